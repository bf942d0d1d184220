import {
  channelNames,
  clockTitles,
  declineNames,
  exclusionNames,
  levelNames,
  limitClassNames,
  outcomeNames,
} from '../../../../contracts/petitions/words.ts'
import type { Handler, KeptEvent } from './events.ts'
import { eventNames } from './event-names.ts'

interface Said {
  zh: string
  en: string
  /** Free words of whoever did it. */
  note: string
}

const yes = { zh: '是', en: 'yes' }
const no = { zh: '否', en: 'no' }
const said = (answer: boolean | null) =>
  answer === null ? { zh: '未答', en: 'no answer' } : answer ? yes : no

/** One event as a sentence for histories. @param nameOf a body's or office's name */
export function eventWords(event: KeptEvent, nameOf: (handler: Handler) => string): Said {
  const { zh, en } = eventNames[event.kind]
  const plain = (more: { zh?: string; en?: string } = {}, note = ''): Said => ({
    zh: more.zh ? `${zh}：${more.zh}` : zh,
    en: more.en ? `${en}: ${more.en}` : en,
    note,
  })
  const timely = (inTime: boolean | null) =>
    inTime === null ? {} : inTime ? { zh: '按时', en: 'in time' } : { zh: '超期', en: 'late' }
  switch (event.kind) {
    case 'filed':
      return plain(channelNames[event.data.channel])
    case 'accepted':
      return plain(limitClassNames[event.data.limitClass])
    case 'declined':
      return plain(declineNames[event.data.ground], event.data.note)
    case 'dispatched':
      return plain({ zh: nameOf(event.data.to), en: nameOf(event.data.to) })
    case 'no-owner':
      return plain({ zh: nameOf(event.data.leader), en: nameOf(event.data.leader) })
    case 'transferred':
      return plain({ zh: nameOf(event.data.to), en: nameOf(event.data.to) }, event.data.reason)
    case 'signed':
      return plain(timely(event.data.inTime))
    case 'handling':
      return plain({}, event.data.plan)
    case 'answered': {
      const { outcome, answer, inTime } = event.data
      const when = timely(inTime)
      const [a, b] = [outcomeNames[outcome], when.zh ? `，${when.zh}` : '']
      return plain({ zh: `${a.zh}${b}`, en: `${a.en}${when.en ? `, ${when.en}` : ''}` }, answer)
    }
    case 'visited': {
      const { result, rating, note } = event.data
      if (result === 'unreached') return plain({ zh: '未能回访', en: 'nobody was reached' }, note)
      const [r, s, t] = [said(rating.responded), said(rating.solved), said(rating.satisfied)]
      return plain(
        {
          zh: `响应${r.zh}、解决${s.zh}、满意${t.zh}`,
          en: `responded ${r.en}, solved ${s.en}, satisfied ${t.en}`,
        },
        note,
      )
    }
    case 'rated': {
      const { responded, solved, satisfied } = event.data.rating
      const [r, s, t] = [said(responded), said(solved), said(satisfied)]
      return plain({
        zh: `响应${r.zh}、解决${s.zh}、满意${t.zh}`,
        en: `responded ${r.en}, solved ${s.en}, satisfied ${t.en}`,
      })
    }
    case 'closed':
      return plain(outcomeNames[event.data.outcome], event.data.reason ?? '')
    case 'extension-asked':
    case 'suspension-asked':
    case 'suspended':
      return plain(
        { zh: `${event.data.days} 个工作日`, en: `${event.data.days} working days` },
        event.data.reason,
      )
    case 'extension-granted':
      return plain({ zh: `${event.data.days} 个工作日`, en: `${event.data.days} working days` })
    case 'resumed':
      return event.data.by === 'cap' ? plain({ zh: '挂起到期', en: 'the cap was reached' }) : plain()
    case 'supervised':
      return plain(levelNames[event.data.level], event.data.note)
    case 'warned': {
      const clock = clockTitles[event.data.clock]
      return plain({
        zh: `${clock.zh}期限已过 ${event.data.fraction}`,
        en: `${event.data.fraction} of the term has passed (${clock.en})`,
      })
    }
    case 'overdue':
      return plain(clockTitles[event.data.clock])
    case 'climbed': {
      const { from, to, why } = event.data
      const because = whyClimbed[why]
      return plain({
        zh: `${levelNames[from].zh} → ${levelNames[to].zh}（${because.zh}）`,
        en: `${levelNames[from].en} → ${levelNames[to].en} (${because.en})`,
      })
    }
    case 'taken-over':
      return plain({ zh: nameOf(event.data.by), en: nameOf(event.data.by) })
    case 'sent-back': {
      const { to, workingDays, note } = event.data
      return plain(
        { zh: `${nameOf(to)}，限 ${workingDays} 个工作日`, en: `${nameOf(to)}, ${workingDays} working days` },
        note,
      )
    }
    case 'merged':
      return plain({ zh: event.data.into, en: event.data.into })
    case 'followed':
      return plain({ zh: `共 ${event.data.count} 人关注`, en: `${event.data.count} follow it` })
    case 'marked-key':
      return plain(levelNames[event.data.level], event.data.note)
    case 'excluded':
      return plain(exclusionNames[event.data.why], event.data.reason)
    case 'term-moved':
      return plain({
        zh: `${event.data.before} → ${event.data.after}`,
        en: `${event.data.before} → ${event.data.after}`,
      })
    case 'text-cleared':
      return plain(event.data.agreed ? {} : { zh: '撤下', en: 'taken back' })
    case 'whistled':
      return plain()
    case 'noted':
    case 'reviewed':
    case 'visit-tried':
    case 'struck-off':
    case 'urged':
    case 'unmarked-key':
      return plain({}, event.data.note)
    case 'returned':
    case 'sent-again':
    case 'reopened':
    case 'extension-refused':
    case 'suspension-refused':
    case 'withdrawn':
    case 'included':
    case 'identity-opened':
      return plain({}, event.data.reason)
  }
}

export const whyClimbed = {
  time: { zh: '超期未办', en: 'it ran out of time' },
  redone: { zh: '多次重办', en: 'it was redone too often' },
  'passed-on': { zh: '多次流转无人牵头', en: 'nobody took the lead' },
} as const
