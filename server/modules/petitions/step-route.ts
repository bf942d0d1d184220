import type { z } from 'zod'
import type { Endpoint } from '../../../contracts/endpoint.ts'
import type { Action } from '../../access/action.ts'
import { type Route, route } from '../../access/route.ts'

/** An endpoint whose address names a claim and whose body says the step: its action is asked with both. */
export const stepRoute = <B extends z.ZodType<object>, R extends z.ZodType>(
  endpoint: Endpoint<z.ZodObject<{ id: z.ZodUUID }>, undefined, B, R>,
  step: Action<{ id: string } & NoInfer<z.output<B>>, NoInfer<z.output<R>>>,
): Route =>
  route(endpoint as Endpoint, async ({ params, body, perform }) => {
    const input = { ...(params as { id: string }), ...(body as z.output<B>) }
    return await perform(step, input)
  })
