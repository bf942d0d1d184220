import type { Answer, Endpoint, Received } from '../../contracts/endpoint.ts'
import type { Action } from './action.ts'
import type { Context } from './context.ts'

/** What a handler gets: the checked parts of the request, who asks, and the one way to change state. */
export type Request<E> = Received<E> & {
  ctx: Context
  perform<I, O>(action: Action<I, O>, input: I): Promise<O>
  /** The wire itself, for the few routes that set cookies or stream files. */
  raw: RawExchange
}

export interface RawExchange {
  address: string
  userAgent: string
  /** The whole address that was asked for, as the browser sees it. */
  asked(): URL
  cookie(name: string): string | undefined
  header(name: string): string | undefined
  /** The body as it was sent, to the byte: what a signature is over. '' where there is none. */
  sentText(): string
  setCookie(name: string, value: string, options?: { maxAgeSeconds?: number }): void
  clearCookie(name: string): void
  /** Sends the browser to another address. */
  redirect(address: string): void
  /**
   * Answers with a file instead of JSON. `inline` only for what we made ourselves: a page may then show it. `shared` only
   * for what everybody may have: it stays the same for as long as its tag does.
   */
  send(file: {
    name: string
    type: string
    body: NodeJS.ReadableStream | Buffer
    inline?: boolean
    shared?: { tag: string }
  }): void
  /** Answers other systems in the form that their protocol asks for, faults of that protocol included. */
  answer(said: { status: number; type: string; text: string }): void
  /** The one file of a multipart upload. */
  upload(): Promise<{ name: string; stream: NodeJS.ReadableStream; fields: Record<string, string> }>
}

/** What the door does for a route besides asking for its verb. */
export interface RouteOptions {
  /** Most calls a minute from one address: for routes that try passwords or tokens. */
  perMinute?: number
  /** Also open to a session that is on hold (`Actor.hold`). */
  evenOnHold?: boolean
  /**
   * Called by other systems, which bring a key or a signature that the handler checks. No cookie counts there, so that
   * another site's form can do nothing in somebody's name.
   */
  bySystems?: boolean
}

export interface Route extends RouteOptions {
  endpoint: Endpoint
  handle(request: Request<Endpoint>): Promise<unknown>
}

/** Contract to action or query; routes decide nothing. */
export function route<E extends Endpoint>(
  endpoint: E,
  handle: (request: Request<E>) => Promise<Answer<E>>,
  options: RouteOptions = {},
): Route {
  return { endpoint, handle, ...options }
}
