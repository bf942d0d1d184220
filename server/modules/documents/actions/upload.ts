import { v7 as uuid } from 'uuid'
import { uploadNotes } from '../../../../contracts/documents/staff.ts'
import { mostBytes } from '../../../../contracts/documents/words.ts'
import { type Action, breaches, defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { type Inspected, inspect } from '../../../platform/files/inspect/inspect.ts'
import { type Incoming, receive } from '../../../platform/files/receive.ts'
import { entryWords } from '../../../platform/http/entry-words.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import type { DocumentMeans } from '../means.ts'
import { document } from '../policy.ts'
import { refuse } from '../problems.ts'
import { isOwn } from './attach-many.ts'
import { countLoose, findUpload, insertDocument, type NewDocument } from '../storage/documents.ts'

export interface Upload {
  /** The client's own, so that it may send the same file again. */
  id: string | undefined
  name: string
  stream: Incoming
  /** The form's fields before the file. */
  fields: Record<string, string>
  perform<I, O>(action: Action<I, O>, input: I): Promise<O>
}

/** A day's work in the field is some two hundred photos; more without a submission is a fault or an attack. */
const mostLoose = 400
/** A claim has nine. */
const mostLooseOfPhone = 20
/** Telephones may be a little fast, or in another zone by mistake. */
const aheadMs = 24 * 3_600_000

/**
 * Takes a file in: bounded, recognised by its content, stored, recorded. The same id with the same bytes is the same upload.
 * @returns the document's id @throws Refusal naming the file and what to do; nothing of it is kept then
 */
export async function uploadDocument(ctx: Context, means: DocumentMeans, upload: Upload): Promise<string> {
  const { name, stream, fields, perform } = upload
  const id = upload.id ?? uuid()
  const notes = readNotes(ctx, fields)
  const isResident = ctx.actor.id === null
  const loose = await countLoose(ctx.db, ctx.actor)
  if (loose >= (isResident ? mostLooseOfPhone : mostLoose)) throw refuse('too-many-waiting', { count: loose })
  const { bytes, sha256 } = await receive(stream, means.incoming, Math.max(...Object.values(mostBytes)))
  if (await isRepeated(ctx, id, sha256, name)) return id
  const inspected = withoutName(isResident, await inspect(bytes, name, mostBytes))
  const fileKey = uuid()
  await means.files.put(fileKey, bytes, inspected.picture)
  try {
    const verb = isResident ? 'documents.upload-photos' : 'documents.upload'
    const made = await perform(recordUpload(verb, { fileKey, size: bytes.length, inspected, notes }), {
      id,
      sha256,
    })
    if (made.fileKey !== fileKey) await means.files.remove(fileKey)
    return made.id
  } catch (fault) {
    await means.files.remove(fileKey)
    if (breaches(fault, 'document_pkey') && (await isRepeated(ctx, id, sha256, name))) return id
    throw fault
  }
}

/** Whether this person has uploaded these bytes under this id. @throws Refusal 409 when the id stands for another file */
async function isRepeated(ctx: Context, id: string, sha256: string, name: string): Promise<boolean> {
  const earlier = await findUpload(ctx.db, id)
  if (!earlier) return false
  if (isOwn(ctx, earlier) && earlier.sha256 === sha256) return true
  throw refuse('id-taken', { name })
}

type Notes = Pick<NewDocument, 'takenAt' | 'latitude' | 'longitude'>

function readNotes(ctx: Context, fields: Record<string, string>): Notes {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''))
  const { success, data, error } = uploadNotes.safeParse(filled)
  if (!success) {
    const entries = error.issues.map((issue) => {
      const { code: keyword, message, path, ...params } = issue
      return refusePlatform(
        'invalid-entry',
        { entry: entryWords({ keyword, message, params }) },
        { field: path.join('.') },
      )
    })
    throw refusePlatform('invalid', { count: entries.length }, {}, entries)
  }
  const { takenAt = null, latitude = null, longitude = null } = data
  if (takenAt !== null && Date.parse(takenAt) > ctx.clock.now().getTime() + aheadMs)
    throw refuse('taken-later', { at: takenAt }, { field: 'takenAt' })
  return { takenAt, latitude, longitude }
}

interface Recorded {
  fileKey: string
  size: number
  inspected: Inspected
  notes: Notes
}

/** Residents bring photos alone, and a file's own name may tell who they are. @throws Refusal for what is no picture */
function withoutName(isResident: boolean, inspected: Inspected): Inspected {
  if (!isResident) return inspected
  if (!inspected.picture) throw refuse('pictures-only', { name: inspected.name })
  return { ...inspected, name: `现场照片.${inspected.kind === 'jpeg' ? 'jpg' : inspected.kind}` }
}

const recordUpload = (verb: string, { fileKey, size, inspected, notes }: Recorded) =>
  defineAction({
    verb,
    on: () => 'anywhere' as const,
    async run(ctx, { id, sha256 }: { id: string; sha256: string }) {
      const { kind: type, name, picture } = inspected
      const at = ctx.clock.now().toISOString()
      await insertDocument(ctx.db, {
        id,
        fileKey,
        name,
        type,
        size,
        sha256,
        width: picture?.width ?? null,
        height: picture?.height ?? null,
        ...notes,
        uploadedBy: ctx.actor.id,
        uploadedByPhone: ctx.actor.id === null ? (ctx.actor.phoneMark ?? null) : null,
        at,
      })
      const summary = `上传佐证材料“${name}”`
      return {
        answer: { id, fileKey },
        audit: { resource: document.name, id, summary, detail: { type, size, sha256 } },
      }
    },
  })
