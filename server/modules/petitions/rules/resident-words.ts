import { levelNames } from '../../../../contracts/petitions/words.ts'
import { type ResidentStep, residentSteps } from '../../../../contracts/petitions/public-words.ts'
import { eventWords } from './event-words.ts'
import type { Handler, KeptEvent } from './events.ts'

interface Said {
  zh: string
  en: string
  note: string
}

const shown: ReadonlySet<string> = new Set(residentSteps)
/** What was written for the reporter to read; reasons among officials stay with them. */
const withNote: ReadonlySet<string> = new Set([
  'declined',
  'handling',
  'answered',
  'suspended',
  'closed',
  'reopened',
  'withdrawn',
  'urged',
])

/** Whether a resident reads of it: of remarks only those that residents made. */
export const isForResident = (event: KeptEvent): event is KeptEvent & { kind: ResidentStep } =>
  shown.has(event.kind) && (event.kind !== 'noted' || event.by === null)

/** One thing that happened, as a neighbour would say it. @param nameOf a body's or office's name */
export function residentWords(event: KeptEvent, nameOf: (handler: Handler) => string): Said {
  const say = (zh: string, en: string, note = ''): Said => ({ zh, en, note })
  switch (event.kind) {
    case 'filed':
      return say('已收到您反映的事', 'Received')
    case 'accepted':
      return say('已受理', 'Taken in')
    case 'dispatched':
      return say(`转给${nameOf(event.data.to)}办理`, `Sent to ${nameOf(event.data.to)}`)
    case 'no-owner': {
      const who = nameOf(event.data.leader)
      return say(`暂时没有单位负责，由${who}协调`, `Nobody answers for it yet; ${who} finds somebody`)
    }
    case 'transferred':
      return say(`改由${nameOf(event.data.to)}办理`, `Passed on to ${nameOf(event.data.to)}`)
    case 'returned':
      return say('承办单位退回，重新确定由谁办理', 'Returned; somebody else is found')
    case 'signed':
      return say('承办单位已签收', 'Signed for')
    case 'handling':
      return say('开始办理', 'Work has begun', event.data.plan)
    case 'noted':
      return say('补充说明', 'Remark', event.data.note)
    case 'reviewed':
      return say('答复已审核，接下来会回访您', 'The answer was reviewed; you will be asked')
    case 'sent-again':
      return say('没有办好，退回重办', 'Not done well; to be done again')
    case 'visit-tried':
      return say('回访时没有联系上您', 'You could not be reached')
    case 'overdue':
      return say('超过期限', 'The term ran out')
    case 'climbed':
      return say(
        `升级到${levelNames[event.data.to].zh}督办`,
        `Climbed to the ${levelNames[event.data.to].en.toLowerCase()}`,
      )
    case 'supervised':
      return say('上级督办', 'Supervised from above')
    case 'identity-opened':
      return say('经两人审批，工作人员查看了您的身份', 'Two officials opened your identity')
    case 'reopened':
      return say('要求重办', 'Asked to be done again', event.data.reason)
    case 'term-moved':
      return say('放假安排变化，期限重新计算', 'Holidays changed, and the term with them')
    default: {
      const { zh, en, note } = eventWords(event, nameOf)
      return say(zh, en, withNote.has(event.kind) ? note : '')
    }
  }
}
