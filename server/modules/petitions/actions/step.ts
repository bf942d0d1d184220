import { stateNames } from '../../../../contracts/petitions/words.ts'
import type { Moved } from '../../../../contracts/petitions/shapes.ts'
import { defineAction, type Action } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Telling, Texting } from '../../../access/tell.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import type { ClaimEvent } from '../rules/events.ts'
import type { Reading } from '../rules/what-is-due.ts'
import { mayFollow } from '../rules/transitions.ts'
import { project } from '../storage/project.ts'
import { lastStep } from '../storage/last-step.ts'
import { type Advanced, advance, type Scene } from './advance.ts'
import { movedEvents } from './moved-events.ts'
import { tellClimbs } from './tell-climbs.ts'
import { whyShut } from './why-shut.ts'
import { eventNames } from '../rules/event-names.ts'

export interface StepInput {
  id: string
  /** The claim's seq as the asker's screen showed it. */
  seen?: number | undefined
}

/** A claim after a step, with how its clocks are read. */
export interface Stepped extends Advanced {
  reading: Reading
}

interface Step<I extends StepInput, O extends object> {
  verb: string
  /** The main thing that happens: asked of the table before anything else is looked at. */
  kind: ClaimEvent['kind'] | ((input: I) => ClaimEvent['kind'])
  decide(ctx: Context, scene: Scene, input: I): readonly ClaimEvent[] | Promise<readonly ClaimEvent[]>
  /** What is written besides, in the same transaction. */
  besides?(ctx: Context, stepped: Stepped, input: I): Promise<void>
  tells?(ctx: Context, stepped: Stepped, input: I): readonly Telling[] | Promise<readonly Telling[]>
  /** Residents who hear of it. */
  texts?(ctx: Context, stepped: Stepped, input: I): Promise<readonly Texting[]>
  /** More that the answer says. */
  answers?(stepped: Stepped): O
}

/** One verb over `advance`: guarded, told, and known to other systems where the state has changed. */
export const defineStep = <I extends StepInput, O extends object = object>(
  means: PetitionMeans,
  step: Step<I, O>,
): Action<I, Moved & O> =>
  defineAction<I, Moved & O>({
    verb: step.verb,
    on: ({ id }) => ({ resource: claimResource, id, why: (ctx) => whyShut(ctx, step.verb, id) }),
    async run(ctx, input) {
      const kind = typeof step.kind === 'function' ? step.kind(input) : step.kind
      let reading: Reading | undefined
      const advanced = await advance(ctx, means, input.id, async (scene) => {
        reading = scene.reading
        await refuseMovedOn(ctx, scene, kind, input)
        return await step.decide(ctx, scene, input)
      })
      const stepped: Stepped = { ...advanced, reading: reading as Reading }
      await step.besides?.(ctx, stepped, input)
      const { filed, before, claim } = stepped
      return {
        answer: { ...movedOf(stepped), ...(step.answers?.(stepped) as O) },
        audit: {
          resource: claimResource.name,
          id: input.id,
          summary: `${eventNames[kind].zh}：诉求 ${filed.number}`,
          detail: { state: claim.state, seq: claim.seq },
        },
        tells: [...((await step.tells?.(ctx, stepped, input)) ?? []), ...tellClimbs(stepped)],
        texts: [...((await step.texts?.(ctx, stepped, input)) ?? [])],
        events: before.state === claim.state ? [] : await movedEvents(ctx, stepped),
      }
    },
  })

/** @throws when somebody was faster, or the claim is past this step: with who did what, and when */
async function refuseMovedOn(
  ctx: Context,
  { filed, claim }: Scene,
  kind: ClaimEvent['kind'],
  { seen }: StepInput,
): Promise<void> {
  const fits = mayFollow(claim.state, kind)
  const last =
    fits && (seen === undefined || seen === claim.seq) ? undefined : await lastStep(ctx.db, filed.id, seen)
  const state = stateNames[claim.state]
  if (last) {
    const what = eventNames[last.kind]
    throw refuse('moved-on', {
      who: last.who ?? { zh: '系统', en: 'The system' },
      what,
      at: shortly(last.at),
      state,
    })
  }
  if (!fits) throw refuse('not-now', { state })
}

const shanghai = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const shortly = (at: string) => shanghai.format(new Date(at))

/** Where it stands now, for whoever took the step. */
export function movedOf({ filed, claim, reading }: Stepped): Moved {
  const row = project(claim, reading)
  return {
    id: filed.id,
    number: filed.number,
    seq: claim.seq,
    state: claim.state,
    level: claim.level,
    clock: (row.clock as Moved['clock']) ?? null,
    dueAt: row.due_at,
    dueProvisional: row.due_provisional,
  }
}
