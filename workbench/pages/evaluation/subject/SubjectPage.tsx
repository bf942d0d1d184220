import { PrinterOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { exportSubjectScore } from '../../../../contracts/evaluation/staff.ts'
import { download } from '../../../api/download.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { useMe } from '../../../api/session.ts'
import { ExportButton } from '../../../parts/list/ExportButton.tsx'
import { LinkTabs } from '../../../parts/LinkTabs.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { useOpened } from '../../../parts/useOpened.ts'
import { SubjectPapers } from '../../archives/SubjectPapers.tsx'
import { useTerm } from '../../standards/names.ts'
import { roundAddress, roundsAddress, scoresAddress, subjectAddress } from '../addresses.ts'
import { PointDrawer } from '../point/PointDrawer.tsx'
import { type SubjectScore, subjectQuery } from '../queries.ts'
import { ownAddress } from '../record-address.ts'
import { GroupRadar } from './GroupRadar.tsx'
import { Improvements } from './Improvements.tsx'
import { ScoreTable } from './ScoreTable.tsx'
import { Summary } from './Summary.tsx'
import './score.css'

/** A subject's score laid out as the standard's own table; each row opens beside it to what it rests on. */
export function SubjectPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const { round: roundId, subject: subjectId } = useParams({
    from: '/signed-in/shell/evaluation/rounds/$round/subjects/$subject',
  })
  const { data } = useSuspenseQuery(subjectQuery(roundId, subjectId))
  const row = useOpened('row')
  const tab = useOpened('tab')
  const { subject, round } = data
  const improvable = subject.kind === 'enterprise' || subject.kind === 'compound'
  const improving = improvable && tab.opened === 'improve'
  return (
    <div className="gz-page gz-score-page">
      <PageHead
        title={subject.name}
        crumbs={[
          { label: t('rounds.title'), to: roundsAddress },
          { label: round.name, to: roundAddress(roundId) },
          { label: t(`kind.${subject.kind}`), to: scoresAddress(roundId, subject.kind) },
        ]}
        beside={<Beside score={data} />}
        actions={
          <>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            <SubjectPapers round={roundId} subject={subjectId} />
            <ExportButton
              run={() =>
                download(
                  exportSubjectScore,
                  { params: { id: roundId, subjectId } },
                  `${t('subject.file', { name: subject.name, year: round.year })}.xlsx`,
                )
              }
            />
          </>
        }
      />
      <div className="gz-score-top">
        <Summary score={data} />
        <GroupRadar score={data} />
      </div>
      {improvable && (
        <LinkTabs
          label={t('subject.views')}
          tabs={[
            { to: subjectAddress(roundId, subjectId), label: t('subject.table'), here: !improving },
            {
              to: `${subjectAddress(roundId, subjectId)}?tab=improve`,
              label: t('subject.improve'),
              here: improving,
            },
          ]}
        />
      )}
      {improving ? (
        <Improvements round={roundId} subject={subjectId} onOpen={row.open} />
      ) : (
        <Table score={data} onOpen={row.open} />
      )}
      <PointDrawer
        score={data}
        row={row.opened}
        rows={useMemo(() => data.rows.map((r) => r.id), [data.rows])}
        onOpen={row.open}
        onClose={row.close}
      />
      <PrintFoot score={data} />
    </div>
  )
}

function Beside({ score: { subject } }: { score: SubjectScore }): ReactNode {
  const { t } = useTranslation('evaluation')
  const term = useTerm()
  const place =
    subject.kind === 'district'
      ? null
      : [subject.districtName, subject.kind === 'street' ? null : subject.streetName]
          .filter((name) => name !== null)
          .join(' · ')
  return (
    <>
      {place !== null && <span>{place}</span>}
      <span className="gz-faint gz-number">{subject.code}</span>
      {subject.variant !== null && <span>{term(subject.variant)}</span>}
      <span className="gz-faint">{t('households', { count: subject.households })}</span>
      <Goto to={ownAddress(subject)} className="gz-noprint">
        {t('subject.record')}
      </Goto>
    </>
  )
}

function Table({ score, onOpen }: { score: SubjectScore; onOpen: (row: string) => void }): ReactNode {
  const { t } = useTranslation('evaluation')
  if (score.rows.length > 0) return <ScoreTable score={score} onOpen={onOpen} />
  const { notAssessed } = score.subject
  return (
    <section className="gz-card" aria-label={t('subject.table')}>
      {notAssessed === null ? (
        <EmptyState title={t('round.notComputed')} hint={t('scores.emptyHint')} />
      ) : (
        <EmptyState
          title={t('subject.notAssessed')}
          hint={t(`notAssessed.${notAssessed}`, { defaultValue: notAssessed })}
        />
      )}
    </section>
  )
}

/** On paper only: what it was made from and when. */
function PrintFoot({ score: { round, subject } }: { score: SubjectScore }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { demo } = useMe()
  return (
    <p className="gz-print-only">
      {demo && <strong>{t('subject.demo')} </strong>}
      {(subject.missingRows ?? 0) > 0 && t('subject.printedProvisional', { count: subject.missingRows ?? 0 })}
      {t('subject.printed', { round: round.name, from: round.from, to: round.to, edition: round.edition })}
    </p>
  )
}
