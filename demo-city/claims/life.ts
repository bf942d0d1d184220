import type { LimitClass, Outcome } from '../../contracts/petitions/words.ts'
import type { ClaimEvent, Rating } from '../../server/modules/petitions/index.ts'
import type { Draw } from '../draw.ts'

type Event<K extends ClaimEvent['kind']> = Extract<ClaimEvent, { kind: K }>

export interface Living {
  draw: Draw
  /** 0 … 1: how well whoever has it works. */
  quality: number
  openedAt: string
  limitClass: LimitClass
  done: string
}

/** Hours in which an answer of each kind usually comes, when it comes in time. */
const usual: Record<LimitClass, number> = {
  danger: 1.4,
  utility: 14,
  consult: 30,
  help: 70,
  general: 90,
  complaint: 240,
}

const hour = 3_600_000
const mark = '（演示数据）'

/** What people do with a claim one after the other; the clocks see to the rest. Some are never answered. */
export function lifeOf({ draw, quality, openedAt, limitClass, done }: Living): ClaimEvent[] {
  const events: ClaimEvent[] = []
  let at = Date.parse(openedAt)
  const is = <K extends ClaimEvent['kind']>(kind: K, hours: number, data: Event<K>['data']) => {
    at += Math.round(hours * hour)
    events.push({ kind, at: new Date(at).toISOString(), by: null, data } as Event<K>)
  }
  const pace = usual[limitClass]
  const isLate = draw.chance(0.2 * (1.15 - quality))
  const isStuck = isLate && draw.chance(0.25)
  if (draw.chance(0.015)) {
    is('withdrawn', draw.share() * pace * 0.2, { reason: `问题已自行解决，反映人撤回${mark}` })
    return events
  }
  is('signed', (isLate ? 0.5 : 0.12) * draw.share() * pace, { inTime: null })
  is('handling', 0.05 * pace * draw.share(), { plan: `已派员现场查看，安排处理${mark}` })
  perhapsKey(draw, is)
  if (draw.chance(0.04)) {
    is('extension-asked', 0.1 * pace, { days: 5, reason: `需采购配件${mark}` })
    is('extension-granted', 2, { days: 5 })
  }
  if (draw.chance(0.02)) {
    is('suspension-asked', 0.1 * pace, { days: 5, reason: `等待天气好转后施工${mark}` })
    is('suspended', 2, { days: 5, reason: `等待天气好转后施工${mark}` })
    is('resumed', 60, { by: 'person' })
  }
  if (isStuck) return events
  const outcome: Outcome = draw.weighted([
    ['solved', 0.6 + 0.38 * quality],
    ['partly', 0.14],
    ['not-solvable', 0.05],
    ['not-responsible', 0.03],
  ] as const)
  answer(isLate ? pace * (1.5 + draw.share() * 2.5) : pace * (0.2 + 0.75 * draw.share()), outcome)
  const isHappy = outcome === 'solved' ? draw.chance(0.72 + 0.25 * quality) : draw.chance(0.3)
  if (!isHappy && draw.chance(0.35)) {
    visit(false, false)
    is('sent-again', 4, { by: 'visit', reason: `回访不满意，重新办理${mark}` })
    answer(pace * 0.5, 'solved')
    visit(true, true)
  } else if (draw.chance(0.12)) {
    for (const wait of [8, 9, 20]) is('visit-tried', wait, { note: `电话无人接听${mark}` })
    is('visited', 1, { result: 'unreached', rating: unsaid, note: '', by: 'official' })
  } else visit(outcome === 'solved' ? isHappy || draw.chance(0.5) : false, isHappy)
  close(outcome)
  if (draw.chance(0.03)) {
    is('reopened', 30, { reason: `问题再次出现${mark}` })
    is('signed', 4, { inTime: null })
    is('handling', 2, { plan: `重新到场处理${mark}` })
    answer(pace * 0.5, 'solved')
    visit(true, true)
    close('solved')
  }
  if (draw.chance(0.012))
    is('excluded', 24, {
      why: draw.pick(['duplicate', 'malicious'] as const),
      reason: `经核实重复反映${mark}`,
    })
  return events

  function answer(hours: number, outcome: Outcome) {
    const said = outcome === 'solved' ? done : '已说明情况和后续安排。'
    is('answered', hours, { outcome, answer: `${said}${mark}`, inTime: null })
    is('reviewed', 3 + draw.share() * 20, { note: '' })
  }
  function visit(solved: boolean, satisfied: boolean) {
    const rating: Rating = { responded: draw.chance(0.7 + 0.28 * quality), solved, satisfied }
    is('visited', 5 + draw.share() * 30, { result: 'reached', rating, note: '', by: 'official' })
  }
  function close(ended: Outcome) {
    is('closed', 1 + draw.share() * 6, { outcome: ended })
    if (draw.chance(0.94)) is('struck-off', 4 + draw.share() * 30, { note: '' })
  }
}

const unsaid: Rating = { responded: null, solved: null, satisfied: null }

/** One in thirty comes onto a list of key and hard problems. */
function perhapsKey(
  draw: Draw,
  is: (kind: 'marked-key', hours: number, data: Event<'marked-key'>['data']) => void,
) {
  if (!draw.chance(0.035)) return
  const level = draw.pick(['community', 'street', 'street', 'district'] as const)
  is('marked-key', 1, {
    level,
    complex: level === 'district' && draw.chance(0.7),
    supervised: draw.chance(0.5),
    note: `列入重点难点清单${mark}`,
  })
}
