import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { ProblemShape } from '../../../contracts/shapes.ts'
import { isDatabaseAway } from '../database/database-away.ts'
import { refuse } from '../problems/platform-problems.ts'
import { Refusal } from '../problems/refusal.ts'
import { entryWords } from './entry-words.ts'

/** A refusal as RFC 9457 problem details. */
export function problemOf(refusal: Refusal): ProblemShape {
  return {
    type: `urn:gongzhi:problem:${refusal.code}`,
    title: refusal.zh,
    status: refusal.status,
    code: refusal.code,
    detail: refusal.zh,
    detailEn: refusal.en,
    ...(refusal.where.clause ? { clause: refusal.where.clause } : {}),
    ...errorsOf(refusal),
  }
}

function errorsOf(refusal: Refusal): Pick<ProblemShape, 'errors'> {
  const placed = [refusal, ...refusal.others].filter(
    (r) => r.where.field !== undefined || r.where.row !== undefined,
  )
  if (placed.length === 0) return {}
  return {
    errors: placed.map((r) => ({
      ...(r.where.field === undefined ? {} : { field: r.where.field }),
      ...(r.where.row === undefined ? {} : { row: r.where.row }),
      detail: r.zh,
      detailEn: r.en,
    })),
  }
}

/**
 * PostgreSQL on a value that is no uuid, number, day or text at all: a made-up page key, a number beyond all bounds.
 * What people type into fields is refused before, by the contract, with the field's name.
 */
const misfits = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05'])

/** An upload that ended before its end, or whose frame is broken. */
const isCutOff = ({ code, message }: FastifyError) =>
  code === 'ERR_STREAM_PREMATURE_CLOSE' ||
  /^(Part terminated early|Unexpected end of|Multipart: )/.test(message)

const unknownAddress = (request: FastifyRequest) =>
  refuse('no-such-page', { path: request.url.slice(0, 200) })

/** Whatever was thrown, as a refusal that a person can read. */
function refusalOf(fault: FastifyError | Refusal, request: FastifyRequest): Refusal {
  if (fault instanceof Refusal) return fault
  if (hasZodFastifySchemaValidationErrors(fault)) {
    const entries = fault.validation.map((issue) => {
      const field = issue.instancePath.replace(/^\//, '').replaceAll('/', '.')
      return refuse('invalid-entry', { entry: entryWords(issue) }, { field })
    })
    return refuse('invalid', { count: entries.length }, {}, entries)
  }
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('too-large', { limit: '2 MB' })
  if (fault.code === 'FST_REQ_FILE_TOO_LARGE') return refuse('too-large', { limit: '40 MB' })
  if (fault.statusCode === 415 || fault.statusCode === 406) return refuse('wrong-type')
  if (fault.statusCode === 429) return refuse('too-many', { seconds: 60 })
  // The server of files refuses an address that climbs out of its folder: nothing is there.
  if (fault.statusCode === 403 || fault.statusCode === 404) return unknownAddress(request)
  if (isCutOff(fault)) return refuse('cut-off')
  if (fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500)
    return refuse('unreadable-body')
  if (isDatabaseAway(fault)) return refuse('busy')
  if (misfits.has(fault.code)) {
    request.log.warn({ err: fault, url: request.url }, 'refused by the database')
    return refuse('invalid', { count: 1 })
  }
  const reference = randomUUID().slice(0, 8)
  request.log.error({ reference, err: fault }, 'broken')
  return refuse('broken', { reference })
}

export function answerProblem(fault: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(refusalOf(fault, request))
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

export function answerUnknownAddress(request: FastifyRequest, reply: FastifyReply) {
  return answerProblem(unknownAddress(request), request, reply)
}
