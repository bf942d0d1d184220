import type { ProblemShape } from '../../contracts/shapes.ts'

/** The server understood and refused: says why in both languages. */
export class Problem extends Error {
  readonly details: ProblemShape

  constructor(details: ProblemShape) {
    super(details.detail)
    this.name = 'Problem'
    this.details = details
  }
}

/** No answer that is ours reached us: nothing is known to be changed, the same may be sent again. */
export class NoAnswer extends Error {
  /** 0 when nothing came at all. */
  readonly status: number

  constructor(status: number) {
    super(`no answer (${status})`)
    this.name = 'NoAnswer'
    this.status = status
  }
}

const isDetails = (value: unknown): value is ProblemShape =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value

/** Reads a refusal; never throws, so that the real cause is what the person sees. */
export async function readProblem(response: Response): Promise<Problem | NoAnswer> {
  const body: unknown = await response.json().catch(() => null)
  return isDetails(body) ? new Problem(body) : new NoAnswer(response.status)
}

export const statusOf = (error: unknown): number =>
  error instanceof Problem ? error.details.status : error instanceof NoAnswer ? error.status : -1

/** Worth sending again unchanged: the fault lay with the line or the server, not with what was sent. */
export const isPassing = (error: unknown): boolean => [0, 502, 503, 504].includes(statusOf(error))

/** Null for what is not there, or is no code or number at all. @throws every other fault */
export function orNone(error: unknown): null {
  if ([400, 404, 422].includes(statusOf(error))) return null
  throw error
}
