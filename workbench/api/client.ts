import { v4 as uuid } from 'uuid'
import type { Answer, Endpoint, Sent } from '../../contracts/endpoint.ts'
import { addressOf, type Parts } from './address.ts'
import { NoConnection, Problem, readProblem } from './problem.ts'

export interface CallOptions {
  signal?: AbortSignal | undefined
  /** Idempotency key of a submit; the same key makes a repetition harmless. A new one is made when left out. */
  key?: string | undefined
  /** Asked to find out whether anybody is signed in: 401 is an answer here, not the end of a session. */
  mayBeSignedOut?: boolean
}

let onSessionEnd: () => void = () => undefined

/** Who is told when the server no longer knows the session (401). One listener: the router. */
export function whenSessionEnds(listener: () => void): void {
  onSessionEnd = listener
}

/** For requests that do not go through `send`: the server did not know the session. */
export function sessionEnded(): void {
  onSessionEnd()
}

let showSecondFactor: () => Promise<boolean> = () => Promise.resolve(false)
let showing: Promise<boolean> | null = null

/** Who asks for the second factor when the server wants to see it first; answers whether it was shown. */
export function whenSecondFactorNeeded(asker: () => Promise<boolean>): () => void {
  showSecondFactor = asker
  return () => {
    showSecondFactor = () => Promise.resolve(false)
  }
}

const secondFactorCodes = ['accounts.second-factor-needed', 'accounts.second-factor-missing']

/** Requests that are refused at the same time ask the person once. */
async function wasShown(problem: Error): Promise<boolean> {
  if (!(problem instanceof Problem) || !secondFactorCodes.includes(problem.code)) return false
  showing ??= showSecondFactor().finally(() => {
    showing = null
  })
  return await showing
}

function headersFor(endpoint: Endpoint, body: unknown, key: string | undefined): Headers {
  const headers = new Headers({ accept: 'application/json' })
  if (endpoint.method === 'GET') return headers
  // A header no foreign page may set without our leave: the guard against forged requests.
  headers.set('x-gongzhi', '1')
  headers.set('idempotency-key', key ?? uuid())
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json')
  return headers
}

/**
 * Sends a request and returns the raw answer. Throws Problem (refused), NoConnection (no answer) or StrangeAnswer;
 * an aborted request throws the abort itself.
 */
export async function send(
  endpoint: Endpoint,
  sent: Parts,
  { signal, key, mayBeSignedOut = false }: CallOptions = {},
): Promise<Response> {
  const { body } = sent
  const request: RequestInit = {
    method: endpoint.method,
    headers: headersFor(endpoint, body, key),
    credentials: 'same-origin',
    signal: signal ?? null,
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  }
  const response = await fetch(addressOf(endpoint.path, sent), request).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new NoConnection(error)
  })
  if (response.ok) return response
  const problem = await readProblem(response)
  // Nothing was done yet: once the second factor has been shown, the same request goes out again.
  if (await wasShown(problem)) return await send(endpoint, sent, { signal, key, mayBeSignedOut })
  if (response.status === 401 && endpoint.verb !== 'public' && !mayBeSignedOut) onSessionEnd()
  throw problem
}

/** Calls an endpoint of the contract: what is sent and what comes back have the contract's types. */
export async function call<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E> & Parts,
  options?: CallOptions,
): Promise<Answer<E>> {
  const response = await send(endpoint, sent, options)
  return response.json()
}
