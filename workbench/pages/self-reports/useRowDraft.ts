import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import { type ReportedRow, type Said, saveRows } from '../../../contracts/self-reports/staff.ts'
import type { Stance } from '../../../contracts/self-reports/words.ts'
import { call } from '../../api/client.ts'
import { type Report, reportKey } from './queries.ts'

export interface Draft {
  stance: Stance | null
  numerator: string
  denominator: string
  value: string
  note: string
  evidenceNote: string
  evidence: Evidence[]
}

export type SaveState = 'still' | 'waiting' | 'saving' | 'saved' | 'conflict' | 'failed'

export interface RowDraft {
  draft: Draft
  state: SaveState
  /** Why the last save was refused, or failed on its way. */
  error: unknown
  refused: { zh: string; en: string } | null
  /** What somebody else has made of the row meanwhile. */
  theirs: Said | null
  change: (part: Partial<Draft>, atOnce?: boolean) => void
  retry: () => void
  takeTheirs: () => void
  keepMine: () => void
}

const draftOf = (said: Said | null): Draft => ({
  stance: said?.stance ?? null,
  numerator: said?.entered.numerator ?? '',
  denominator: said?.entered.denominator ?? '',
  value: said?.entered.value ?? '',
  note: said?.note ?? '',
  evidenceNote: said?.evidenceNote ?? '',
  evidence: said?.evidence ?? [],
})

const sent = (row: string, baseVersion: number, draft: Draft) => {
  const { stance, numerator, denominator, value, note, evidenceNote, evidence } = draft
  const documentIds = evidence.map(({ id }) => id)
  return {
    row,
    baseVersion,
    stance,
    entered: { numerator, denominator, value },
    note,
    evidenceNote,
    documentIds,
  }
}

const pause = 700

/**
 * One row of a report as it is typed: saved by itself a moment later, one save after the other, each upon the version
 * that was seen. What the person typed stays in sight whatever the answer is.
 */
export function useRowDraft(report: string, row: ReportedRow): RowDraft {
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(row.said))
  const [state, setState] = useState<SaveState>('still')
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<RowDraft['refused']>(null)
  const [theirs, setTheirs] = useState<Said | null>(null)
  const latest = useRef(draft)
  const version = useRef(row.said?.version ?? 0)
  const unsaved = useRef(false)
  const sending = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const show = useCallback(
    (said: Said) =>
      client.setQueryData<Report>(
        reportKey(report),
        (page) =>
          page && { ...page, rows: page.rows.map((one) => (one.id === said.row ? { ...one, said } : one)) },
      ),
    [client, report],
  )

  const adopt = useCallback((said: Said) => {
    version.current = said.version
    latest.current = draftOf(said)
    unsaved.current = false
    setDraft(latest.current)
  }, [])

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    if (sending.current) return
    sending.current = true
    setError(null)
    setRefused(null)
    /** @returns whether something was typed meanwhile that must follow */
    async function once(): Promise<boolean> {
      const content = latest.current
      setState('saving')
      const rows = [sent(row.id, version.current, content)]
      const { outcomes } = await call(saveRows, { params: { id: report }, body: { rows } })
      const outcome = outcomes[0]
      if (outcome?.outcome === 'saved') {
        version.current = outcome.said.version
        unsaved.current = latest.current !== content
        setState('saved')
        show(outcome.said)
        return unsaved.current
      }
      if (outcome?.outcome === 'conflict') {
        setTheirs(outcome.theirs)
        setState('conflict')
      } else if (outcome) {
        setRefused({ zh: outcome.detail, en: outcome.detailEn })
        setState('failed')
      }
      return false
    }
    try {
      while (await once());
    } catch (fault) {
      setError(fault)
      setState('failed')
    } finally {
      sending.current = false
    }
  }, [report, row.id, show])

  // A newer state from the server is taken over where nothing of one's own would be lost.
  const said = row.said
  useEffect(() => {
    if (said && said.version > version.current && !unsaved.current && !sending.current) adopt(said)
  }, [said, adopt])
  useEffect(
    () => () => {
      if (unsaved.current && !sending.current) void save()
    },
    [save],
  )

  return {
    draft,
    state,
    error,
    refused,
    theirs,
    change(part, atOnce = false) {
      latest.current = { ...latest.current, ...part }
      unsaved.current = true
      setDraft(latest.current)
      if (theirs) return
      setState('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void save(), atOnce ? 0 : pause)
    },
    retry: () => void save(),
    takeTheirs() {
      if (!theirs) return
      adopt(theirs)
      show(theirs)
      setTheirs(null)
      setState('still')
    },
    keepMine() {
      if (!theirs) return
      version.current = theirs.version
      setTheirs(null)
      void save()
    },
  }
}
