import type { RoundState } from '../../../../contracts/evaluation/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { factPlace, round } from '../policy.ts'
import { refuse } from '../problems.ts'
import { stageTitles } from '../rules/stages.ts'
import { insertRound, lockYear, placeOf, standingRound } from '../storage/rounds.ts'

export interface RoundToOpen {
  year: number
  name: string
  edition: string
  placeId: string
  /** A second round of the same place and year is meant. */
  again?: boolean
}

const stateTitle = (state: RoundState): string => (state === 'closed' ? '已结束' : stageTitles[state])

/** Opens a year's round with its edition pinned (6.8.2 b: the calendar year is the unit, once a year). */
export const openRound = (editions: Editions) =>
  defineAction({
    verb: 'evaluation.open-round',
    on: (input: RoundToOpen) => ({ resource: factPlace, id: input.placeId, lock: 'none' as const }),
    async run(ctx, input) {
      const scheme = (await editions.find(input.edition))?.schemes[input.edition]
      if (!scheme) throw refuse('edition-unknown', { edition: input.edition }, { field: 'edition' })
      const least = Number(scheme.from.slice(0, 4))
      const most = Number(ctx.clock.today().slice(0, 4)) + 1
      if (input.year < least || input.year > most)
        throw refuse('year-unknown', { year: input.year, least, most }, { field: 'year', clause: '6.8.2' })
      const place = await placeOf(ctx.db, input.placeId)
      if (place.kind !== 'city' && place.kind !== 'district')
        throw refuse('place-kind', { name: place.name }, { field: 'placeId' })
      await lockYear(ctx.db, input.year)
      const other = input.again ? undefined : await standingRound(ctx.db, input.placeId, input.year)
      if (other)
        throw refuse(
          'round-stands',
          { year: input.year, name: other.name, place: place.name, state: stateTitle(other.state) },
          { field: 'again', clause: '6.8.2' },
        )
      const period = { from: `${input.year}-01-01`, to: `${input.year}-12-31` }
      const id = await insertRound(
        ctx.db,
        { ...input, ...period },
        ctx.actor.id,
        ctx.clock.now().toISOString(),
      )
      const summary = `开启 ${input.year} 年评价轮次“${input.name}”`
      return { answer: { id }, audit: { resource: round.name, id, summary, detail: { ...input } } }
    },
  })
