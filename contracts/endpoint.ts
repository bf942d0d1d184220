import type { z } from 'zod'

/**
 * One endpoint of the wire: what travels, and the verb its caller needs.
 * `verb` is a name of the policy table, or one of the two reserved words:
 * `public` (nobody need sign in) and `signed-in` (any account).
 */
export interface Endpoint<
  P extends z.ZodType | undefined = z.ZodType | undefined,
  Q extends z.ZodType | undefined = z.ZodType | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: `/api/${string}`
  verb: string
  summary: string
  params?: P
  query?: Q
  body?: B
  response: R
}

/** Declares an endpoint and keeps the exact types of its parts. */
export function endpoint<
  R extends z.ZodType,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(e: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return e
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined
type In<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a handler receives. */
export type Received<E> =
  E extends Endpoint<infer P, infer Q, infer B> ? { params: Out<P>; query: Out<Q>; body: Out<B> } : never
/** What a caller sends; parts that are not declared are left out. */
export type Sent<E> =
  E extends Endpoint<infer P, infer Q, infer B>
    ? (P extends z.ZodType ? { params: In<P> } : object) &
        (Q extends z.ZodType ? { query?: In<Q> } : object) &
        (B extends z.ZodType ? { body: In<B> } : object)
    : never
/** What comes back. */
export type Answer<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? z.output<R> : never
