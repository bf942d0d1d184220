import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorNote } from '../../../parts/states/ErrorNote.tsx'
import { KindPreview } from './KindPreview.tsx'
import { previewQuery, previewRoundsQuery } from './queries.ts'
import { useDraft } from './useDraft.tsx'

/** Last year's facts under the draft: what would become of those who were scored. Nothing is written. */
export function PreviewView(): ReactNode {
  const { t } = useTranslation('editions')
  const { draft } = useDraft()
  const { rounds } = useSuspenseQuery(previewRoundsQuery).data
  const [chosen, setChosen] = useState(rounds[0]?.id)
  const { data, error, isFetching } = useQuery({
    ...previewQuery(draft.id, draft.version, chosen ?? ''),
    enabled: chosen !== undefined,
  })
  const [kind, setKind] = useState('compound')
  const shown = data?.kinds.find((one) => one.kind === kind) ?? data?.kinds[0]
  if (rounds.length === 0)
    return (
      <section className="gz-card" aria-label={t('view.preview')}>
        <EmptyState title={t('preview.none')} hint={t('preview.noneHint')} />
      </section>
    )
  return (
    <>
      <section className="gz-card gz-editions" aria-label={t('view.preview')}>
        <p className="gz-faint">{t('preview.intro')}</p>
        <div className="gz-preview-choice">
          <Select
            aria-label={t('preview.round')}
            value={chosen}
            onChange={setChosen}
            options={rounds.map((round) => ({
              value: round.id,
              label: `${round.year} ${round.name} · ${round.placeName} (${round.edition})`,
            }))}
          />
          {data && (
            <Select
              aria-label={t('preview.kind')}
              value={shown?.kind}
              onChange={setKind}
              options={data.kinds.map((one) => ({
                value: one.kind,
                label: t('preview.kindOf', { kind: t(`kind.${one.kind}`), count: one.subjects }),
              }))}
            />
          )}
        </div>
        <ErrorNote error={error} />
        {isFetching && <Skeleton active paragraph={{ rows: 4 }} />}
      </section>
      {shown && !isFetching && <KindPreview data={shown} round={data?.round.id ?? ''} />}
    </>
  )
}
