import { EditOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type declaredFactRow, declareFact, getDeclaredFact } from '../../../../contracts/evaluation/staff.ts'
import { recordedProvenance } from '../../../../contracts/evaluation/words.ts'
import { call } from '../../../api/client.ts'
import { may, useMe } from '../../../api/session.ts'
import { useNarrow } from '../../../app/screen.ts'
import { dateTime } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { FactGroups } from '../../../parts/record/FactGroups.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { rowAddress } from '../../standards/addresses.ts'
import { editionsQuery } from '../../standards/queries.ts'
import { factDefinitionsQuery } from '../queries.ts'
import { CorrectForm } from './CorrectForm.tsx'
import { readingOf } from './entered.ts'
import { History } from './History.tsx'
import { WithdrawFact } from './WithdrawFact.tsx'
import { ValueText } from './value-text.tsx'
import '../../standards/standards.css'
import './facts.css'

type Row = z.infer<typeof declaredFactRow>

/** One recorded fact beside its list. */
export function FactDrawer({ id, onClose }: { id: string | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation('evaluation')
  const narrow = useNarrow()
  return (
    <Drawer
      title={t('facts.one')}
      open={id !== null}
      onClose={onClose}
      size={narrow ? '100%' : 600}
      destroyOnHidden
    >
      <Suspense fallback={<Loading />}>{id !== null && <FactOf key={id} id={id} />}</Suspense>
    </Drawer>
  )
}

function FactOf({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { message } = App.useApp()
  const client = useQueryClient()
  const mayDeclare = may(useMe(), declareFact.verb)
  const [correcting, setCorrecting] = useState(false)
  const edition = useSuspenseQuery(editionsQuery).data.editions[0]?.id ?? ''
  const { data: definitions } = useQuery(factDefinitionsQuery)
  const {
    data: row,
    error,
    refetch,
  } = useQuery({
    queryKey: ['evaluation', 'fact', id],
    queryFn: ({ signal }) => call(getDeclaredFact, { params: { id } }, { signal }),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!row) return <Loading />
  const fact = definitions?.facts.find((one) => one.id === row.fact)
  const withdrawn = row.standing === 'withdrawn'
  const changed = () => {
    void refetch()
    void client.invalidateQueries({ queryKey: ['evaluation-facts'] })
  }
  if (correcting && fact)
    return (
      <CorrectForm
        fact={fact}
        edition={edition}
        initial={initialOf(row, fact.shape)}
        corrects={row.standing !== 'withdrawn'}
        onCancel={() => setCorrecting(false)}
        onDone={() => {
          setCorrecting(false)
          void message.success(t('declare.done'))
          changed()
        }}
      />
    )
  return (
    <div className="gz-drawer">
      <FactGroups groups={[{ title: row.factTitle, facts: factsOf(row, fact?.shape) }]} />
      {fact && fact.rows.length > 0 && (
        <p>
          {t('facts.readBy')}{' '}
          {fact.rows.map((number) => (
            <Goto key={number} to={rowAddress(number)}>
              {number}
            </Goto>
          ))}
        </p>
      )}
      {(row.reason !== '' || row.earlier.length > 0) && (
        <section className="gz-part" aria-label={t('facts.history')}>
          <h3>{t('facts.history')}</h3>
          <History reason={row.reason} withdrawn={withdrawn} earlier={row.earlier} />
        </section>
      )}
      {mayDeclare && fact && (
        <p className="gz-fact-actions">
          <Button icon={<EditOutlined />} onClick={() => setCorrecting(true)}>
            {t(withdrawn ? 'declare.title' : 'declare.correct')}
          </Button>
          {row.standing === 'ordinary' && <WithdrawFact id={row.id} onDone={changed} />}
        </p>
      )}
    </div>
  )

  function factsOf(shown: Row, shape: string | undefined) {
    return [
      {
        label: t('declare.subject'),
        value: shown.bodyName === null ? shown.placeName : `${shown.bodyName}（${shown.placeName}）`,
      },
      { label: t('rounds.year'), value: shown.year },
      { label: t('facts.value'), value: <ValueText recorded={shown} shape={shape} /> },
      ...(shown.standing === 'withdrawn'
        ? [
            {
              label: t('facts.standing'),
              value: <StateTag kind="warning" word={t('facts.withdrawn')} />,
            },
          ]
        : []),
      { label: t('column.source'), value: <ProvenanceMark provenance={shown.provenance} /> },
      ...(shown.projectName === null ? [] : [{ label: t('declare.project'), value: shown.projectName }]),
      ...(shown.grader === '' ? [] : [{ label: t('declare.grader'), value: shown.grader }]),
      ...(shown.incident === '' ? [] : [{ label: t('declare.incident'), value: shown.incident }]),
      { label: t('facts.recorded'), value: dateTime(shown.recordedAt) },
      { label: t('facts.by'), value: shown.recordedBy },
      { label: t('declare.evidence'), value: shown.evidence === '' ? null : shown.evidence, wide: true },
      ...(shown.note === '' ? [] : [{ label: t('declare.note'), value: shown.note, wide: true }]),
    ]
  }
}

function initialOf(row: Row, shape: string) {
  const provenance = recordedProvenance.options.find((known) => known === row.provenance)
  return {
    year: row.year,
    fact: row.fact,
    place: { value: row.placeCode, label: row.placeName },
    ...(row.uscc === null ? {} : { uscc: { value: row.uscc, label: row.bodyName ?? row.uscc } }),
    ...(row.projectCode === null
      ? {}
      : { project: { value: row.projectCode, label: row.projectName ?? row.projectCode } }),
    ...readingOf(row, shape),
    note: row.note,
    evidence: row.evidence,
    grader: row.grader,
    incident: row.incident,
    ...(provenance === undefined ? {} : { provenance }),
  }
}
