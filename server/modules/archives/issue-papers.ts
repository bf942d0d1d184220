import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { codeLength, type PaperKind } from '../../../contracts/archives/words.ts'
import type { Context } from '../../access/context.ts'
import { codeOf } from './rules/certificate-code.ts'
import { insertPapers } from './storage/certificates.ts'

/** Gives each of the subjects a paper of the kind with a code of its own. In the caller's transaction. @returns how many */
export async function issuePapers(
  ctx: Context,
  from: { archiveId: string; roundId: string; kind: PaperKind },
  subjectIds: readonly string[],
): Promise<number> {
  const papers = subjectIds.map((subjectId) => ({
    id: uuid(),
    code: codeOf(randomBytes(codeLength)),
    subjectId,
  }))
  const issue = { ...from, at: ctx.clock.now().toISOString(), by: ctx.actor.id }
  return await insertPapers(ctx.db, issue, papers)
}
