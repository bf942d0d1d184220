import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PagedDrawer } from '../../../parts/PagedDrawer.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { CorrectForm } from '../facts/CorrectForm.tsx'
import type { Beginnings } from '../facts/entered.ts'
import { factDefinitionsQuery, pointQuery, type SubjectScore } from '../queries.ts'
import { initialFor } from './initial.ts'
import { PointBody } from './PointBody.tsx'
import './point.css'

interface PointDrawerProps {
  score: SubjectScore
  row: string | null
  rows: string[]
  onOpen: (row: string) => void
  onClose: () => void
}

/** One point opened beside its table: why, from which records, by which papers; the fact is recorded here too. */
export function PointDrawer({ score, row, rows, onOpen, onClose }: PointDrawerProps): ReactNode {
  const { t } = useTranslation('evaluation')
  return (
    <PagedDrawer
      title={row === null ? '' : t('point.title', { row })}
      opened={row}
      all={rows}
      onOpen={onOpen}
      onClose={onClose}
    >
      {row !== null && <OnePoint key={row} score={score} row={row} />}
    </PagedDrawer>
  )
}

function OnePoint({ score, row }: { score: SubjectScore; row: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { round, subject } = score
  const [entry, setEntry] = useState<(Beginnings & { corrects: boolean }) | null>(null)
  const [recorded, setRecorded] = useState(false)
  const { data, error, refetch } = useQuery(pointQuery(round.id, subject.subjectId, row))
  const { data: definitions } = useQuery(factDefinitionsQuery)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={10} />
  const definitionOf = (id: string | null) => definitions?.facts.find((fact) => fact.id === id)
  const fact = definitionOf(data.row.fact)
  const entered = entry && definitionOf(entry.fact)

  if (entry !== null && entered)
    return (
      <CorrectForm
        fact={entered}
        edition={round.edition}
        initial={entry}
        corrects={entry.corrects}
        onCancel={() => setEntry(null)}
        onDone={() => {
          setEntry(null)
          setRecorded(true)
          void message.success(t('declare.done'))
          void refetch()
          void client.invalidateQueries({ queryKey: ['evaluation-facts'] })
        }}
      />
    )
  return (
    <PointBody
      score={score}
      point={data}
      recordable={fact}
      definitionOf={definitionOf}
      recorded={recorded}
      onRecord={() => fact && setEntry({ ...initialFor(score, fact.id), corrects: false })}
      onCorrect={(declared, { shape }) =>
        setEntry({
          ...initialFor(score, declared.fact, { declared, shape }),
          corrects: declared.standing !== 'withdrawn',
        })
      }
      onWithdrawn={() => {
        setRecorded(true)
        void refetch()
        void client.invalidateQueries({ queryKey: ['evaluation-facts'] })
      }}
      onRecomputed={() => setRecorded(false)}
    />
  )
}
