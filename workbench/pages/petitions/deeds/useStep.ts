import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { getClaim } from '../../../../contracts/petitions/claims.ts'
import { call } from '../../../api/client.ts'
import { isPassing, Problem } from '../../../api/problem.ts'
import { SubmitKey } from '../../../api/submit.ts'

/** Whatever shows claims asks anew. */
export function useReload(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({
      predicate: ({ queryKey: [first] }) => String(first).startsWith('petitions') || first === 'worklist',
    })
  }
}

/** What a step is sent with. */
export interface StepMeans {
  /** The claim's `seq` as this person has seen it. */
  seen: number
  /** Idempotency key: the same content sent again is the same step. */
  key: string
}

/**
 * A step of a claim. Where somebody was faster the refusal says who did what; the claim is loaded again behind the
 * dialog, and the same button then speaks of the claim as it stands.
 */
export function useStep<T, R>(
  claim: { id: string; seq: number },
  send: (entered: T, means: StepMeans) => Promise<R>,
): (entered: T) => Promise<R> {
  const key = useRef(new SubmitKey())
  const seen = useRef(claim.seq)
  const reload = useReload()
  const { mutateAsync } = useMutation<R, Error, T>({
    mutationFn: async (entered) => {
      const sent = { seen: seen.current, key: key.current.for([entered, seen.current]) }
      const answer = await send(entered, sent).catch((error: unknown) => {
        if (!isPassing(error)) key.current.answered()
        throw error
      })
      key.current.answered()
      return answer
    },
  })
  return async (entered) => {
    try {
      const answer = await mutateAsync(entered)
      await reload()
      return answer
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        await call(getClaim, { params: { id: claim.id } }).then(
          ({ seq }) => {
            seen.current = seq
          },
          () => undefined,
        )
        await reload()
      }
      throw error
    }
  }
}
