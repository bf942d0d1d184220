import { z } from 'zod'

export const documentTypes = ['jpeg', 'png', 'webp', 'pdf', 'docx', 'xlsx'] as const
export const documentType = z.enum(documentTypes)
export type DocumentType = z.infer<typeof documentType>

const mebibyte = 1024 * 1024

/**
 * Bytes of one file. A telephone's photo has 3 to 12 MB; a scanned report of fifty pages some 20; what is larger does
 * not get through a compound's mobile network in the minutes that a grader stands there.
 */
export const mostBytes = { picture: 15 * mebibyte, paper: 20 * mebibyte } as const

/** Offered in a file dialogue. Without HEIC in it an iPhone hands its photos over as JPEG. */
export const acceptedFiles = 'image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx'

/** Where residents bring photos. */
export const photoPath = '/api/documents/public/photos'
