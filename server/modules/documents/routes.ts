import * as shown from '../../../contracts/documents/public.ts'
import * as contract from '../../../contracts/documents/staff.ts'
import { type RawExchange, type Route, route } from '../../access/route.ts'
import { fileKinds } from '../../platform/files/inspect/kinds.ts'
import type { Incoming } from '../../platform/files/receive.ts'
import { uploadDocument } from './actions/upload.ts'
import type { DocumentMeans } from './means.ts'
import { documentById, type OpenedDocument, openDocument } from './queries/documents.ts'

export const documentRoutes = (means: DocumentMeans): Route[] => [
  route(contract.uploadDocument, async ({ query, ctx, raw, perform }) => {
    const { name, stream, fields } = await raw.upload()
    const upload = { id: query.id, name, stream: stream as Incoming, fields, perform }
    return await documentById(ctx, await uploadDocument(ctx, means, upload))
  }),
  route(
    shown.uploadPhoto,
    async ({ query, ctx, raw, perform }) => {
      const { name, stream, fields } = await raw.upload()
      const upload = { id: query.id, name, stream: stream as Incoming, fields, perform }
      return { id: await uploadDocument(ctx, means, upload) }
    },
    { perMinute: 60 },
  ),
  route(contract.getDocument, ({ params, ctx }) => documentById(ctx, params.id)),
  route(contract.downloadDocument, async ({ params, ctx, raw }) => {
    const opened = await openDocument(ctx, means, params.id, 'preview')
    if (opened.picture) sendCopy(raw, opened)
    else sendOriginal(raw, opened)
  }),
  route(contract.getThumbnail, async ({ params, ctx, raw }) => {
    sendCopy(raw, await openDocument(ctx, means, params.id, 'thumbnail'))
  }),
  route(contract.downloadOriginal, async ({ params, ctx, raw }) => {
    sendOriginal(raw, await openDocument(ctx, means, params.id, 'original'))
  }),
]

/** Our own JPEG may stand in a page; what people brought may only be kept. */
const sendCopy = (raw: RawExchange, { name, body }: OpenedDocument) =>
  raw.send({ name: name.replace(/\.\w+$/, '.jpg'), type: 'image/jpeg', body, inline: true })

const sendOriginal = (raw: RawExchange, { name, type, body }: OpenedDocument) =>
  raw.send({ name, type: fileKinds[type].mime, body })
