import { levelNames } from '../../../../contracts/petitions/words.ts'
import type { Telling } from '../../../access/tell.ts'
import type { Advanced } from './advance.ts'
import { whyClimbed } from '../rules/event-words.ts'
import { audienceOf, pageOf } from './audiences.ts'

/** 6.4.2 c, d: the office to which a claim has climbed, and whoever has it, learn of it. */
export function tellClimbs({ filed, claim, fresh }: Pick<Advanced, 'filed' | 'claim' | 'fresh'>): Telling[] {
  return fresh.flatMap((event): Telling[] => {
    if (event.kind !== 'climbed') return []
    const { to, why, leader } = event.data
    const key = `petitions.climbed.${filed.id}.${event.seq}`
    return [
      {
        to: audienceOf(leader, filed),
        zh: `诉求 ${filed.number}（${filed.placeName}）因${whyClimbed[why].zh}升级到${levelNames[to].zh}，请督办、直接办理或限期交办。`,
        en: `Claim ${filed.number} has climbed to your level: ${whyClimbed[why].en}. Supervise it, take it over or send it back with a term.`,
        link: pageOf(filed),
        key,
      },
      {
        to: audienceOf(claim.handler, filed),
        zh: `诉求 ${filed.number}（${filed.placeName}）因${whyClimbed[why].zh}已升级到${levelNames[to].zh}，请尽快办理。`,
        en: `Claim ${filed.number} has climbed to the level above: ${whyClimbed[why].en}.`,
        link: pageOf(filed),
        key: `${key}.handler`,
      },
    ].filter((telling) => telling.to.length > 0)
  })
}
