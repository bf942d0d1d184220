import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { stages } from '../../../../contracts/evaluation/words.ts'
import { defineAction } from '../../../access/action.ts'
import { roundResource } from '../../evaluation/index.ts'
import { refuse } from '../problems.ts'
import { seedHash } from '../draw.ts'
import {
  evaluatorsIn,
  keepCommitment,
  lockedDraw,
  replaceSeats,
  roundToDraw,
  subjectsToDraw,
} from '../storage/draws.ts'

export interface Committing {
  id: string
  numberName: string
  numberOn: string
  reason: string | null
}

/**
 * 公布分配承诺: a seed that nobody sees is fixed by its hash, with what is drawn from and the public number that will be
 * mixed in. Whoever knew the seed could not foresee the draw, and whoever knows the number cannot change the seed.
 */
export const commitDraw = defineAction({
  verb: 'grading.draw',
  on: ({ id }: Committing) => ({ resource: roundResource, id }),
  async run(ctx, { id, numberName, numberOn, reason }) {
    const round = await roundToDraw(ctx.db, id)
    const earlier = await lockedDraw(ctx.db, id)
    const isLate = stages.findIndex((stage) => stage === round.state) > stages.indexOf('grading')
    if (round.state === 'closed' || isLate || earlier?.result)
      throw refuse('draw-late', { round: round.name })
    const today = ctx.clock.today()
    if (numberOn <= today) throw refuse('number-not-future', {}, { field: 'numberOn' })
    if (earlier && (reason === null || earlier.numberOn <= today))
      throw refuse('committed-already', {}, { field: 'reason' })
    const subjects = (await subjectsToDraw(ctx.db, id)).map(({ code }) => code)
    const seats = (await evaluatorsIn(ctx.db, round.placeId, today)).map((seat, n) => ({
      ...seat,
      id: uuid(),
      label: `考核组-${String(n + 1).padStart(2, '0')}`,
    }))
    if (subjects.length === 0 || seats.length === 0) throw refuse('nothing-to-draw')
    await replaceSeats(ctx.db, id, seats)
    const seed = randomBytes(32).toString('hex')
    const hash = seedHash(seed)
    await keepCommitment(ctx.db, id, {
      seedSealed: ctx.keys.seal(seed),
      seedHash: hash,
      numberName,
      numberOn,
      subjects,
      seats: seats.map(({ label }) => label),
      at: ctx.clock.now().toISOString(),
      by: ctx.actor.id,
    })
    const detail = {
      seedHash: hash,
      numberName,
      numberOn,
      subjects: subjects.length,
      seats: seats.length,
      replaced: earlier?.seedHash ?? null,
      reason,
    }
    const summary = `公布“${round.name}”随机分配承诺：${subjects.length} 个小区，${seats.length} 个席位，号码为${numberName}`
    return { answer: { seedHash: hash }, audit: { resource: roundResource.name, id, summary, detail } }
  },
})
