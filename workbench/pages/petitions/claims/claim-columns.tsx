import { useTranslation } from 'react-i18next'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import { channelNames, levelNames, limitClassNames } from '../../../../contracts/petitions/words.ts'
import { dateTime } from '../../../parts/format.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import { ClaimTag, OutcomeTag } from '../marks/ClaimTag.tsx'
import { DueMark } from '../marks/DueMark.tsx'
import { Flags } from '../marks/Flags.tsx'
import { useNamed } from '../names.ts'

/** The columns of every list of claims by their keys; pages take those that answer their question. */
export function useClaimColumns<R extends ClaimRow>(): Record<
  | 'number'
  | 'due'
  | 'matter'
  | 'place'
  | 'state'
  | 'handler'
  | 'opened'
  | 'outcome'
  | 'rating'
  | 'channel'
  | 'limitClass'
  | 'level'
  | 'district',
  ListColumn<R>
> {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  const column = (key: string, title: string, cell: ListColumn<R>['cell']): ListColumn<R> => ({
    key,
    title,
    cell,
  })
  return {
    number: column('number', t('claim.number'), ({ number }) => (
      <span className="gz-claim-number">{number}</span>
    )),
    due: column('due', t('due.title'), (row) => <DueMark claim={row} />),
    matter: column('matter', t('claim.matter'), (row) => (
      <div className="gz-matter">
        <span className="gz-matter-category">{row.categoryName}</span>
        <span className="gz-gist">{row.gist}</span>
        <Flags claim={row} />
      </div>
    )),
    place: column('place', t('claim.place'), ({ placeName, spot }) => (
      <div className="gz-claim-place">
        <span>{placeName}</span>
        {spot !== '' && <span className="gz-faint">{spot}</span>}
      </div>
    )),
    state: column('state', t('claim.state'), ({ state }) => <ClaimTag state={state} />),
    handler: column('handler', t('claim.handler'), ({ handler, leaderName }) => (
      <div className="gz-claim-place">
        <span>{handler?.name ?? t('claim.nobody')}</span>
        {leaderName !== null && <span className="gz-faint">{t('claim.ledBy', { name: leaderName })}</span>}
      </div>
    )),
    opened: column('opened', t('claim.opened'), ({ openedAt }) => (
      <span className="gz-number gz-nowrap">{dateTime(openedAt)}</span>
    )),
    outcome: column('outcome', t('claim.outcome'), ({ outcome, state }) =>
      outcome === null ? '—' : <OutcomeTag outcome={outcome} state={state} />,
    ),
    rating: column('rating', t('claim.rating'), ({ rating, visitResult }) => {
      if (visitResult === 'unreached') return t('visit.unreachedShort')
      const said = (['responded', 'solved', 'satisfied'] as const).filter((one) => rating[one] !== null)
      if (said.length === 0) return '—'
      return said.map((one) => t(`rated.${one}.${rating[one] === true ? 'yes' : 'no'}`)).join(t('listComma'))
    }),
    channel: column('channel', t('claim.channel'), ({ channel }) => named(channelNames[channel])),
    limitClass: column('limitClass', t('claim.limitClass'), ({ limitClass }) =>
      named(limitClassNames[limitClass]),
    ),
    level: column('level', t('claim.level'), ({ level }) => named(levelNames[level])),
    district: column('district', t('claim.district'), ({ districtName }) => districtName ?? '—'),
  }
}
