import type { Told } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Telling } from '../../../access/tell.ts'
import { claimLink } from '../claim-link.ts'
import type { PetitionMeans } from '../means.ts'
import type { Claim } from '../rules/claim.ts'
import { isDanger } from '../rules/intake.ts'
import type { Filed } from '../storage/claims.ts'
import { audienceOf, pageOf } from './audiences.ts'

interface Arrived {
  filed: Filed
  claim: Claim
  placeCode: string
  categoryName: string
}

/** Whoever has a new claim hears of it; the reporter is sent its number; other systems learn of the filing. */
export const tellFiled = (ctx: Context, means: PetitionMeans, arrived: Arrived): Told => ({
  tells: tellings(arrived),
  texts: reporterText(ctx, means, arrived),
  events: [
    {
      name: 'petitions.claim-moved',
      data: {
        number: arrived.filed.number,
        state: arrived.claim.state,
        outcome: null,
        category: arrived.filed.category,
        place: arrived.placeCode,
        day: ctx.clock.today(),
      },
    },
  ],
})

function tellings({ filed, claim, categoryName }: Arrived): Telling[] {
  const what = `${filed.placeName}“${categoryName}”（${filed.number}）`
  const danger = isDanger(claim.limitClass) ? '【险情】' : ''
  const telling = (to: Telling['to'], zh: string, en: string, role: string): Telling => ({
    to,
    zh: `${danger}${zh}`,
    en,
    link: pageOf(filed),
    key: `petitions.filed.${filed.id}.${role}`,
  })
  const has = audienceOf(claim.leader ?? claim.handler, filed)
  const told = {
    dispatched: telling(
      has,
      `新诉求：${what}，请签收。`,
      `New claim ${filed.number}: sign for it.`,
      'handler',
    ),
    accepted: telling(
      has,
      `诉求无人认领：${what}，请协调确定承办单位。`,
      `Nobody answers for claim ${filed.number}: find a handler.`,
      'leader',
    ),
    filed: telling(has, `新诉求待受理：${what}。`, `Claim ${filed.number} waits to be taken in.`, 'desk'),
  }
  const besides = claim.coBodyId
    ? [
        telling(
          [{ bodyId: claim.coBodyId, roles: ['enterprise'] }],
          `有一件反映本企业的诉求：${what}，由社区办理，请配合核实。`,
          `A claim about your firm: ${filed.number}. The community has it; please help to clear it up.`,
          'besides',
        ),
      ]
    : []
  const first = told[claim.state as keyof typeof told]
  return [...(first ? [first] : []), ...besides].filter(({ to }) => to.length > 0)
}

function reporterText(
  { keys }: Context,
  { address }: PetitionMeans,
  { filed, claim }: Arrived,
): Told['texts'] {
  const { reporterPhone: phone, number, id } = filed
  if (phone === null) return []
  const next =
    claim.state === 'filed' ? '等待受理' : claim.state === 'accepted' ? '正在确定由谁办理' : '已转给承办单位'
  const link = address ? `进展：${claimLink(keys, address, number)}` : '可在公众网站按编号查进展。'
  const danger = isDanger(claim.limitClass) ? '有危险请立即拨打110、119或120。' : ''
  return [
    {
      phone,
      zh: `${danger}您反映的诉求已收到，编号 ${number}，${next}。${link}`,
      key: `petitions.${id}.filed`,
    },
  ]
}
