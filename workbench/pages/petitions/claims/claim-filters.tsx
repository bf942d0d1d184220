import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { listClaims } from '../../../../contracts/petitions/claims.ts'
import {
  channel,
  channelNames,
  claimLevel,
  claimState,
  exclusion,
  exclusionNames,
  levelNames,
  limitClass,
  limitClassNames,
  outcome,
  outcomeNames,
  stateNames,
} from '../../../../contracts/petitions/words.ts'
import type { Place } from '../../../layout/jurisdiction.tsx'
import { type Filter, type Filters, only } from '../../../parts/list/types.ts'
import { CategoryPick } from '../file/CategoryPick.tsx'
import { useChoices } from '../names.ts'

type Asked = Omit<z.input<typeof listClaims.query & object>, 'after' | 'limit'>

const flag = (value: Filters[string]) => (['yes', 'no'] as const).find((one) => one === only(value))
const day = (value: Filters[string]) => {
  const text = only(value)
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}

/** The filters of the address as the contract takes them; what it does not know is left out. */
export const askedClaims = (filters: Filters, place: Place | null): Asked => ({
  state: claimState.safeParse(only(filters.state)).data,
  open: flag(filters.open),
  category: only(filters.category),
  limitClass: limitClass.safeParse(only(filters.limitClass)).data,
  place: only(filters.place) ?? place?.id,
  level: claimLevel.safeParse(only(filters.level)).data,
  channel: channel.safeParse(only(filters.channel)).data,
  from: day(filters.from),
  to: day(filters.to),
  overdue: flag(filters.overdue),
  key: flag(filters.key),
  excluded: exclusion.safeParse(only(filters.excluded)).data,
  outcome: outcome.safeParse(only(filters.outcome)).data,
  handler: only(filters.handler),
  text: only(filters.text),
})

/** The filters as controls; the seldom used ones last. */
export function useClaimFilters(): Filter[] {
  const { t } = useTranslation('petitions')
  const choices = useChoices()
  const { draft: _, ...states } = stateNames
  return [
    { key: 'text', label: t('claims.search'), kind: 'text' },
    { key: 'state', label: t('claim.state'), kind: 'choice', options: choices(states) },
    {
      key: 'category',
      label: t('claim.category'),
      kind: 'own',
      control: (value, change) => (
        <CategoryPick asFilter label={t('claim.category')} value={value} onChange={change} />
      ),
    },
    { key: 'from', to: 'to', label: t('claims.days'), kind: 'days' },
    {
      key: 'overdue',
      label: t('claims.overdue'),
      kind: 'choice',
      options: [
        { value: 'yes', label: t('claims.overdueYes') },
        { value: 'no', label: t('claims.overdueNo') },
      ],
    },
    { key: 'level', label: t('claim.level'), kind: 'choice', options: choices(levelNames) },
    { key: 'limitClass', label: t('claim.limitClass'), kind: 'choice', options: choices(limitClassNames) },
    { key: 'channel', label: t('claim.channel'), kind: 'choice', options: choices(channelNames) },
    { key: 'outcome', label: t('claim.outcome'), kind: 'choice', options: choices(outcomeNames) },
    { key: 'key', label: t('key.title'), kind: 'choice', options: [{ value: 'yes', label: t('flag.key') }] },
    { key: 'excluded', label: t('claims.excluded'), kind: 'choice', options: choices(exclusionNames) },
  ]
}
