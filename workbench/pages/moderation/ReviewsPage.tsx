import { CheckOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { subjectKind, subjectKinds } from '../../../contracts/evaluation/words.ts'
import {
  confirmReviews,
  exportReviews,
  listReviews,
  type ReviewRow,
} from '../../../contracts/moderation/staff.ts'
import {
  flagKind,
  flagKinds,
  flagNames,
  handNames,
  reviewState,
  reviewStateNames,
  reviewStates,
} from '../../../contracts/moderation/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { count, score } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { useListAddress } from '../../parts/list/useListAddress.ts'
import { Unknown } from '../../parts/marks/Unknown.tsx'
import { useEnglish } from '../../parts/words.ts'
import { FlagTag, ReviewTag } from './marks.tsx'
import { ModerationTabs } from './ModerationTabs.tsx'
import { RoundCard } from './RoundCard.tsx'
import { useRounds } from './rounds.ts'

const queryOf = (filters: Filters, round: string | undefined) => ({
  round: only(filters.round) ?? round,
  state: reviewState.safeParse(only(filters.state)).data,
  kind: subjectKind.safeParse(only(filters.kind)).data,
  flag: flagKind.safeParse(only(filters.flag)).data,
  questions: only(filters.questions) === 'open' ? ('open' as const) : undefined,
  text: only(filters.text),
})

/** What waits for another pair of eyes: those with the most flags first; plain ones are confirmed many at once. */
export function ReviewsPage(): ReactNode {
  const { t } = useTranslation('moderation')
  const language = useEnglish() ? 'en' : 'zh'
  const me = useMe()
  const { filters } = useListAddress()
  const { options, round } = useRounds(only(filters.round))
  const confirm = useBulkConfirm()
  const load = ({ filters: asked, after, signal }: Asked) =>
    call(listReviews, { query: { ...queryOf(asked, round), after } }, { signal })
  return (
    <ListPage<ReviewRow>
      name="reviews"
      title={t('title')}
      intro={t('intro')}
      load={load}
      about={round}
      exportAs={(asked) => download(exportReviews, { query: queryOf(asked, round) }, `${t('title')}.xlsx`)}
      rowKey={({ id }) => id}
      open={({ id }) => `/moderation/reviews/${id}`}
      columns={useReviewColumns()}
      bulk={may(me, 'moderation.confirm') ? [confirm] : []}
      filters={[
        { key: 'text', label: t('name'), kind: 'text' },
        { key: 'round', label: t('round'), kind: 'choice', options },
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: reviewStates.map((value) => ({ value, label: reviewStateNames[value][language] })),
        },
        {
          key: 'flag',
          label: t('flags'),
          kind: 'choice',
          options: flagKinds.map((value) => ({ value, label: flagNames[value][language] })),
        },
        {
          key: 'kind',
          label: t('kind'),
          kind: 'choice',
          options: subjectKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          key: 'questions',
          label: t('questions'),
          kind: 'choice',
          options: [{ value: 'open', label: t('openQuestions') }],
        },
      ]}
      empty={{ title: t('none'), hint: t('noneHint') }}
    >
      <ModerationTabs round={round} />
      {round !== undefined && <RoundCard round={round} />}
    </ListPage>
  )
}

/** Rows with flags want a note of their own each: the server says which were left. */
function useBulkConfirm() {
  const { t } = useTranslation('moderation')
  const language = useEnglish() ? 'en' : 'zh'
  const { notification } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(confirmReviews)
  const done = useRef(0)
  return {
    key: 'confirm',
    label: t('confirm'),
    icon: <CheckOutlined />,
    question: (chosen: number) => t('confirmMany', { count: chosen }),
    run: async (rows: ReviewRow[]) => {
      const reviews = rows.flatMap(({ id, hash }) => (hash === null ? [] : [{ id, hash }]))
      const { confirmed, refused } = await mutateAsync({ body: { reviews, note: null } })
      done.current = confirmed
      if (refused.length > 0)
        notification.warning({
          title: t('notConfirmed', { count: refused.length }),
          description: (
            <ul>
              {refused.slice(0, 8).map((one) => (
                <li key={one.id}>{language === 'en' ? one.detailEn : one.detail}</li>
              ))}
            </ul>
          ),
          duration: 0,
        })
      await client.invalidateQueries({ queryKey: ['moderation'] })
    },
    done: () => t('confirmedCount', { count: done.current }),
  }
}

function useReviewColumns(): ListColumn<ReviewRow>[] {
  const { t } = useTranslation('moderation')
  const language = useEnglish() ? 'en' : 'zh'
  return [
    { key: 'name', title: t('subject'), cell: ({ name }) => name },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'district', title: t('district'), cell: ({ districtName }) => districtName },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      cell: ({ total }) => (total === null ? <Unknown /> : score(total)),
    },
    { key: 'state', title: t('state'), cell: ({ state }) => <ReviewTag state={state} /> },
    {
      key: 'flags',
      title: t('flags'),
      cell: ({ flags, openFlags, flagKinds: kinds }) =>
        flags === 0 ? (
          <span className="gz-faint">—</span>
        ) : (
          <span className="gz-moderation-tags">
            {kinds.map((kind) => (
              <FlagTag key={kind} kind={kind} settled={openFlags === 0} />
            ))}
          </span>
        ),
    },
    { key: 'open', title: t('openFlags'), numeric: true, cell: ({ openFlags }) => count(openFlags) },
    {
      key: 'questions',
      title: t('openQuestions'),
      numeric: true,
      cell: ({ openQuestions }) => count(openQuestions),
    },
    {
      key: 'hand',
      title: t('ownHand'),
      cell: ({ ownHand }) =>
        ownHand === null ? <span className="gz-faint">—</span> : handNames[ownHand][language],
      hiddenAtFirst: true,
    },
    {
      key: 'by',
      title: t('confirmedBy'),
      cell: ({ confirmedBy }) => confirmedBy ?? '—',
      hiddenAtFirst: true,
    },
  ]
}
