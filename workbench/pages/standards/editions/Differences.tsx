import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getDifferences } from '../../../../contracts/standards/editions.ts'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { usePick } from '../names.ts'
import { differencesQuery } from './queries.ts'
import { Successors } from './Successors.tsx'
import { useDraft } from './useDraft.tsx'

type Difference = Answer<typeof getDifferences>['differences'][number]

const kinds = { added: 'done', removed: 'ended', changed: 'info', moved: 'info' } as const

/** The draft against its base, part by part, old beside new. */
export function Differences(): ReactNode {
  const { t } = useTranslation('editions')
  const { draft } = useDraft()
  const { data } = useSuspenseQuery(differencesQuery(draft.id, draft.version))
  return (
    <>
      <Successors />
      <section className="gz-card gz-editions" aria-label={t('view.differences')}>
        <p className="gz-faint">
          {t('differences.intro', { basedOn: data.basedOn, count: data.differences.length })}
        </p>
        {data.differences.length === 0 ? (
          <EmptyState title={t('differences.none')} hint={t('differences.noneHint')} />
        ) : (
          <DifferenceTable differences={data.differences} />
        )}
      </section>
    </>
  )
}

function DifferenceTable({ differences }: { differences: Difference[] }): ReactNode {
  const { t } = useTranslation('editions')
  return (
    <Sideways>
      <table className="gz-standard">
        <thead>
          <tr>
            <th scope="col">{t('differences.part')}</th>
            <th scope="col">{t('differences.field')}</th>
            <th scope="col">{t('differences.before')}</th>
            <th scope="col">{t('differences.after')}</th>
          </tr>
        </thead>
        {differences.map((one) => (
          <tbody key={`${one.part} ${one.key}`}>
            {(one.fields.length > 0 ? one.fields : [null]).map((field, at) => (
              <tr key={field?.field ?? ''}>
                {at === 0 && <Part one={one} />}
                <td>{field && t(`field.${field.field}`, { defaultValue: field.field })}</td>
                <td>{field?.before}</td>
                <td>{field?.after}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Sideways>
  )
}

function Part({ one }: { one: Difference }): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  return (
    <th scope="rowgroup" rowSpan={Math.max(1, one.fields.length)}>
      <span className="gz-number">{one.key}</span> {pick(one.title, one.titleEn)}{' '}
      <StateTag kind={kinds[one.change]} word={t(`change.${one.change}`)} />
    </th>
  )
}
