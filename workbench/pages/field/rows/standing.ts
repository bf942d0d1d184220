import type { Standing } from '../StandingMark.tsx'
import type { Entry, FieldFile, Row } from '../store/entry.ts'
import { lackOf } from '../store/rules.ts'

/** How one row stands between this device and the server. */
export function standingOf(
  row: Row,
  entry: Entry | undefined,
  files: ReadonlyMap<string, FieldFile>,
): Standing {
  if (!entry) return row.question !== null ? 'question' : row.grade ? 'sent' : 'open'
  if (entry.theirs) return 'conflict'
  if (entry.refusal || entry.photos.some((id) => files.get(id)?.refusal)) return 'refused'
  return lackOf(entry, row) === null ? 'waiting' : 'unfinished'
}
