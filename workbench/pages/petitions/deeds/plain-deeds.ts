import { type CallOptions, call } from '../../../api/client.ts'
import {
  reopenClaim,
  reviewClaim,
  sendClaimAgain,
  strikeOffClaim,
  withdrawClaim,
} from '../../../../contracts/petitions/closing.ts'
import { handleClaim, returnClaim, signClaim } from '../../../../contracts/petitions/handling.ts'
import { includeClaim, unmarkKey } from '../../../../contracts/petitions/marks.ts'
import {
  resumeClaim,
  superviseClaim,
  takeOverClaim,
  urgeClaim,
} from '../../../../contracts/petitions/terms.ts'
import type { Deed } from './deeds.ts'

interface Sending {
  id: string
  text: string
  seen: number
}

/** A deed that takes one text or none. */
interface PlainDeed {
  /** The contract's own name of the text, so that its faults find it. */
  field?: 'reason' | 'note' | 'plan'
  required?: boolean
  send: (sent: Sending, options: CallOptions) => Promise<unknown>
}

export const plainDeeds: Partial<Record<Deed, PlainDeed>> = {
  sign: { send: ({ id, seen }, o) => call(signClaim, { params: { id }, body: { seen } }, o) },
  handle: {
    field: 'plan',
    required: true,
    send: ({ id, text, seen }, o) => call(handleClaim, { params: { id }, body: { plan: text, seen } }, o),
  },
  return: {
    field: 'reason',
    required: true,
    send: ({ id, text, seen }, o) => call(returnClaim, { params: { id }, body: { reason: text, seen } }, o),
  },
  review: {
    field: 'note',
    send: ({ id, text, seen }, o) => call(reviewClaim, { params: { id }, body: { note: text, seen } }, o),
  },
  'send-again': {
    field: 'reason',
    required: true,
    send: ({ id, text, seen }, o) =>
      call(sendClaimAgain, { params: { id }, body: { reason: text, seen } }, o),
  },
  'strike-off': {
    field: 'note',
    send: ({ id, text, seen }, o) => call(strikeOffClaim, { params: { id }, body: { note: text, seen } }, o),
  },
  reopen: {
    field: 'reason',
    required: true,
    send: ({ id, text, seen }, o) => call(reopenClaim, { params: { id }, body: { reason: text, seen } }, o),
  },
  withdraw: {
    field: 'reason',
    required: true,
    send: ({ id, text, seen }, o) => call(withdrawClaim, { params: { id }, body: { reason: text, seen } }, o),
  },
  resume: { send: ({ id, seen }, o) => call(resumeClaim, { params: { id }, body: { seen } }, o) },
  urge: {
    field: 'note',
    send: ({ id, text }, o) => call(urgeClaim, { params: { id }, body: { note: text } }, o),
  },
  supervise: {
    field: 'note',
    required: true,
    send: ({ id, text, seen }, o) => call(superviseClaim, { params: { id }, body: { note: text, seen } }, o),
  },
  'take-over': {
    field: 'note',
    send: ({ id, text, seen }, o) => call(takeOverClaim, { params: { id }, body: { note: text, seen } }, o),
  },
  'unmark-key': {
    field: 'note',
    required: true,
    send: ({ id, text, seen }, o) => call(unmarkKey, { params: { id }, body: { note: text, seen } }, o),
  },
  include: {
    field: 'reason',
    required: true,
    send: ({ id, text, seen }, o) => call(includeClaim, { params: { id }, body: { reason: text, seen } }, o),
  },
}
