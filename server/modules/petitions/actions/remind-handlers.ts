import type { Audience, Telling } from '../../../access/tell.ts'
import type { ReminderSource } from '../../reminder-source.ts'
import { type RunningOut, runningOut } from '../storage/running-out.ts'
import { audienceOf } from './audiences.ts'

/** Each morning: how many claims of a handler run out today, and how many have run out. */
export const claimReminders: ReminderSource = {
  name: 'petitions.running-out',
  async due(ctx, today) {
    const all = await runningOut(ctx.db, today, ctx.clock.now().toISOString())
    return all.flatMap((one) => tellingOf(one, today))
  },
}

function tellingOf(one: RunningOut, today: string): Telling[] {
  const to = audienceOfHandler(one)
  if (to.length === 0) return []
  const counts = [
    { count: one.today, zh: `${one.today} 件今天到期`, en: `${one.today} run out today` },
    { count: one.overdue, zh: `${one.overdue} 件已经超期`, en: `${one.overdue} are overdue` },
  ].filter(({ count }) => count > 0)
  return [
    {
      to,
      zh: `您有诉求${counts.map(({ zh }) => zh).join('，')}，请及时办理。`,
      en: `Claims in your hands: ${counts.map(({ en }) => en).join(', ')}.`,
      link: '/petitions/desk',
      due: today,
      key: `petitions.running-out.${one.bodyId ?? one.officeId}.${today}`,
    },
  ]
}

function audienceOfHandler({ level, bodyId, officeId, compounds }: RunningOut): Audience[] {
  const handler = { level, bodyId, placeId: officeId }
  const places = compounds.length > 0 ? compounds : ['']
  const all = places.flatMap((placeId) =>
    audienceOf(handler, { placeId, providerId: compounds.length > 0 ? bodyId : null }),
  )
  return [...new Map(all.map((audience) => [JSON.stringify(audience), audience])).values()]
}
