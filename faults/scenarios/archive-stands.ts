import { createHash } from 'node:crypto'
import { unpackArchive } from '../../server/modules/archives/index.ts'
import { replay } from '../../server/modules/evaluation/index.ts'
import type { City } from '../city/city.ts'
import { must, mustEqual } from '../scenario.ts'

/** The archive of last year's round as it lies in the database, and as it comes out when it is scored again. */
export interface ArchiveAsItStands {
  file: string
  results: string
}

/** Scores the demonstration's archived round again from its archive alone. @throws when a result comes out otherwise */
export async function archiveStands(city: City): Promise<ArchiveAsItStands> {
  const parts = await city.sql<{ bytes: Buffer }>(
    `SELECT part.bytes FROM archives.archive_part part JOIN archives.archive a ON a.id = part.archive_id
      JOIN evaluation.round r ON r.id = a.round_id AND r.state = 'archived' ORDER BY a.version, part.no`,
  )
  must(parts.length > 0, 'last year’s round lies in the archive')
  const bytes = Buffer.concat(parts.map((part) => part.bytes))
  const { lines } = await unpackArchive(chunks(bytes))
  const again = await replay(lines)
  mustEqual(again.different, [], 'every result comes out byte for byte as archived')
  mustEqual(again.found, again.stated, 'the hash of the results is the one that the archive states')
  return { file: createHash('sha256').update(bytes).digest('hex'), results: again.found }
}

async function* chunks(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes)
}
