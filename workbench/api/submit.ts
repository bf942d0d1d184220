import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { v4 as uuid } from 'uuid'
import type { Answer, Endpoint, Sent } from '../../contracts/endpoint.ts'
import type { Parts } from './address.ts'
import { call } from './client.ts'
import { isPassing } from './problem.ts'

/** Keeps one idempotency key for one content until the server has answered for it. */
export class SubmitKey {
  #content: string | null = null
  #key = ''

  /** The key for this content: the last one when the same content is sent again, else a new one. */
  for(content: unknown): string {
    const now = JSON.stringify(content)
    if (now !== this.#content) {
      this.#content = now
      this.#key = uuid()
    }
    return this.#key
  }

  /** The server has answered: the next submit, even of equal content, is a new deed. */
  answered(): void {
    this.#content = null
  }
}

/**
 * A submit that may be repeated safely: when the line or the server fails, the same content goes out with the same
 * idempotency key, by itself twice and then whenever the person presses the button again.
 */
export function useSubmit<E extends Endpoint>(
  endpoint: E,
): UseMutationResult<Answer<E>, Error, Sent<E> & Parts> {
  const key = useRef(new SubmitKey())
  return useMutation<Answer<E>, Error, Sent<E> & Parts>({
    mutationFn: async (sent) => {
      const answer = await call(endpoint, sent, { key: key.current.for(sent) }).catch((error: unknown) => {
        if (!isPassing(error)) key.current.answered()
        throw error
      })
      key.current.answered()
      return answer
    },
  })
}
