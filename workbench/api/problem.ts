import type { ProblemShape } from '../../contracts/shapes.ts'

/** One fault and its place: a form field, a row of a list or sheet (counted from 1). */
export type FieldFault = NonNullable<ProblemShape['errors']>[number]

/** The server understood and refused: says why in both languages. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly detailEn: string
  readonly clause: string | undefined
  readonly errors: FieldFault[]

  constructor(details: ProblemShape) {
    super(details.detail)
    this.name = 'Problem'
    this.status = details.status
    this.code = details.code
    this.detail = details.detail
    this.detailEn = details.detailEn
    this.clause = details.clause
    this.errors = details.errors ?? []
  }
}

/** No answer reached us: nothing is known to be changed, the same request may be sent again. */
export class NoConnection extends Error {
  constructor(cause: unknown) {
    super('no connection', { cause })
    this.name = 'NoConnection'
  }
}

/** An answer that is not ours (a proxy's page, a server that is going down). */
export class StrangeAnswer extends Error {
  readonly status: number
  constructor(status: number) {
    super(`answer ${status} without problem details`)
    this.name = 'StrangeAnswer'
    this.status = status
  }
}

function isDetails(value: unknown): value is ProblemShape {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'detail' in value &&
    typeof value.detail === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  )
}

/** Reads a refusal; never throws, so that the real cause is what the person sees. */
export async function readProblem(response: Response): Promise<Problem | StrangeAnswer> {
  const body: unknown = await response.json().catch(() => null)
  return isDetails(body) ? new Problem(body) : new StrangeAnswer(response.status)
}

/** Worth sending again unchanged: the fault lay with the line or the server, not with what was sent. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoConnection) return true
  const status = error instanceof Problem || error instanceof StrangeAnswer ? error.status : 0
  return status === 502 || status === 503 || status === 504
}
