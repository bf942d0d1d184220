import { downloadDocument, getThumbnail } from '../../../contracts/documents/staff.ts'
import { addressOf } from '../../api/address.ts'

export const thumbnailOf = (id: string): string => addressOf(getThumbnail.path, { params: { id } })
/** Of a picture the copy that a page may show. */
export const contentOf = (id: string): string => addressOf(downloadDocument.path, { params: { id } })
