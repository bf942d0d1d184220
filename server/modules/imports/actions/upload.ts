import { v7 as uuid } from 'uuid'
import { type Action, defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { openSheet } from '../../../platform/spreadsheet/open-sheet.ts'
import type { SheetKind } from '../../sheet-kind.ts'
import { run } from '../policy.ts'
import { insertRun } from '../storage/runs.ts'
import type { Incoming, Uploads } from '../storage/uploads.ts'

export interface Upload {
  kind: SheetKind
  name: string
  stream: Incoming
  /** The one way to change state, with the submission's key where there is one. */
  perform<I, O>(action: Action<I, O>, input: I): Promise<O>
}

/**
 * Stores a sheet and puts it in the queue to be checked. What is no sheet at all is refused at once and not kept.
 * @returns the import's id
 */
export async function uploadSheet(
  ctx: Context,
  uploads: Uploads,
  { kind, name, stream, perform }: Upload,
): Promise<string> {
  if (!ctx.policy.mayAnywhere(ctx.actor, kind.verb))
    throw refusePlatform('not-allowed', { roles: ctx.policy.rolesFor(kind.verb) })
  const id = uuid()
  const { hash, bytes } = await uploads.save(id, stream, ctx.keys)
  try {
    await openSheet(await uploads.open(id, ctx.keys))
    const input = { kind: kind.name, fileName: shortName(name), fileHash: hash }
    const made = await perform(noteUpload(id, bytes, kind), input)
    if (made.id !== id) await uploads.remove(id)
    return made.id
  } catch (fault) {
    await uploads.remove(id)
    throw fault
  }
}

const noteUpload = (id: string, fileBytes: number, kind: SheetKind) =>
  defineAction({
    verb: 'imports.upload',
    on: () => 'anywhere' as const,
    async run(ctx, input: { kind: string; fileName: string; fileHash: string }) {
      const { grants, displayName } = ctx.actor
      await insertRun(ctx.db, {
        id,
        ...input,
        fileBytes,
        uploadedBy: ctx.actor.id as string,
        uploadedByName: displayName,
        at: ctx.clock.now().toISOString(),
        places: grants.flatMap((grant) => grant.placeId ?? []),
        bodies: grants.flatMap((grant) => grant.bodyId ?? []),
      })
      const summary = `上传${kind.title}表格“${input.fileName}”，待检查`
      return { answer: { id }, audit: { resource: run.name, id, summary, detail: { ...input, fileBytes } } }
    },
  })

/** The last part of a path, without what would upset a list. */
const shortName = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(-120) || '未命名'
