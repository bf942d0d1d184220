import type { Answer, Sent } from '../../../../contracts/endpoint.ts'
import type { GradingTask, KeptGrade, saveGrades } from '../../../../contracts/grading/staff.ts'

export type Row = GradingTask['rows'][number]
export type Said = KeptGrade['said']
export type GradeSent = Sent<typeof saveGrades>['body']['grades'][number]
export type Outcome = Answer<typeof saveGrades>['outcomes'][number]

/** A sentence of the server's, in both languages. */
export interface Words {
  detail: string
  detailEn: string
}

/** What is entered, as text and exactly as typed. */
export interface Entered {
  /** 是, 否, 优, a named level, a number, or 不适用. */
  value: string
  numerator: string
  denominator: string
}

/** A grade of this device that the server has not taken yet: being written, waiting to be sent, refused, or in conflict. */
export interface Entry {
  taskId: string
  row: string
  entered: Entered
  comment: string
  overrideReason: string
  /** Ids of documents, of this device's or the server's. */
  photos: string[]
  /** The server's version that it changes; 0 where there was none. */
  baseVersion: number
  gradedAt: string
  /** Counts up with every change. */
  change: number
  /** What went out and was not answered: sent again word for word until it is, so that it counts once. */
  attempt: { sent: GradeSent; change: number } | null
  /** What somebody, or another device, graded meanwhile. */
  theirs: KeptGrade | null
  refusal: Words | null
}

/** A photo or a signature; its bytes stay until the server has them. */
export interface FieldFile {
  /** The document's. */
  id: string
  taskId: string
  row: string | null
  name: string
  bytes: Blob | null
  /** A small picture that stays after the bytes have gone. */
  preview: Blob | null
  takenAt: string
  latitude: string | null
  longitude: string | null
  /** Until when the place may still come in, in milliseconds of the device's clock; it is not sent before. */
  placeBy: number
  isSent: boolean
  refusal: Words | null
}

export interface Attendant {
  who: string
  signatureId: string | null
}

/** Who was there, and the handing in of a task. */
export interface Submission {
  taskId: string
  /** Idempotency key: handed in once, however often it is sent. */
  key: string
  attendance: Attendant[]
  note: string
  state: 'draft' | 'waiting' | 'done'
  refusal: Words | null
}

export const keyOf = ({ taskId, row }: { taskId: string; row: string }): string => `${taskId}/${row}`
