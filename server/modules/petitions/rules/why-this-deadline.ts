import { clockTitles, levelNames, limitClassNames } from '../../../../contracts/petitions/words.ts'
import { addDays, type Day, shanghaiDay } from '../../../values/days.ts'
import { type Calendar, endOfDay, isWorkingDayProvisionally } from '../../../values/working-days.ts'
import type { Claim } from './claim.ts'
import { dayName, dayOffName, daysName, isMakeUpDay, momentName, type Said } from './day-names.ts'
import type { ClaimEvent, KeptEvent } from './events.ts'
import { foldEvents } from './fold.ts'
import { capOf, endOfPause, type Pause } from './pauses.ts'
import { type Clock, dueOf, lengthOf } from './running-clock.ts'
import { type LimitOn, limitOf, type StatedOn } from './terms.ts'
import { nextDue } from './what-is-due.ts'

/** One dated step; `at` is a day 'YYYY-MM-DD' or an ISO instant. */
export interface WhyStep extends Said {
  at: string
}

export interface Explaining {
  calendar: Calendar
  limits: LimitOn
  stated: StatedOn
}

/**
 * «Why this deadline», for both sides: what began the term, how long it is and by which limit, which days did not count,
 * what stopped or extended it, and its last day. The eldest first; empty where no term runs.
 */
export function whyThisDeadline(history: readonly KeptEvent[], by: Explaining): WhyStep[] {
  const claim = foldEvents(history, by.limits)
  const { clock } = nextDue(claim, by.calendar)
  if (!clock) return []
  const steps = [
    began(history, clock),
    length(claim, clock, by),
    ...(clock.term.unit === 'hours' ? [] : counted(clock, by.calendar)),
    ...stops(clock, by.calendar),
    ...extensions(history, clock),
    ...end(claim, clock, by.calendar),
    ...beside(claim, clock, by.calendar),
  ]
  return steps.toSorted((a, b) => momentOf(a) - momentOf(b)).map(({ at, zh, en }) => ({ at, zh, en }))
}

/** `rank` settles what is said of one moment: the beginning first, the end last. */
interface Ranked extends WhyStep {
  rank?: number
}
const momentOf = ({ at, rank = 0 }: Ranked) =>
  Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at) + rank

const beginnings: { readonly [K in ClaimEvent['kind']]?: Said } = {
  filed: { zh: '提交诉求', en: 'The claim was filed' },
  accepted: { zh: '受理', en: 'The claim was taken in' },
  returned: { zh: '退单，等待重新派单', en: 'It was returned and waits to be given out' },
  dispatched: { zh: '派单', en: 'It was given to its handler' },
  transferred: { zh: '转办', en: 'It was passed on' },
  answered: { zh: '答复', en: 'It was answered' },
  reviewed: { zh: '答复审核通过', en: 'The answer was reviewed' },
  visited: { zh: '完成回访', en: 'The return visit was made' },
  'sent-again': { zh: '退回重办', en: 'It was sent to be redone' },
  reopened: { zh: '申请重办', en: 'It was reopened' },
  'sent-back': { zh: '上级限期交办', en: 'The level above sent it back with a term' },
}

const beginningOf: Record<Clock['name'], readonly ClaimEvent['kind'][]> = {
  accept: ['filed', 'returned'],
  sign: ['dispatched', 'transferred', 'reopened'],
  answer: ['accepted', 'sent-again', 'reopened'],
  review: ['answered'],
  visit: ['reviewed'],
  'strike-off': ['visited'],
  level: ['climbed', 'sent-back'],
}

function began(history: readonly KeptEvent[], { name, startedAt }: Clock): Ranked {
  const event = history.findLast(({ kind, at }) => at === startedAt && beginningOf[name].includes(kind))
  const what = event?.kind === 'climbed' ? climbedWords(event.data) : event && beginnings[event.kind]
  const { zh, en } = momentName(startedAt)
  return {
    at: startedAt,
    rank: -2,
    zh: `${zh}${what?.zh ?? ''}，${clockTitles[name].zh}期限由此起算`,
    en: `${what?.en ?? ''} (${en}): the term begins (${clockTitles[name].en})`,
  }
}

const climbedWords = ({ to, why }: Extract<ClaimEvent, { kind: 'climbed' }>['data']): Said => {
  const because = {
    time: { zh: '超期未办', en: 'out of time' },
    redone: { zh: '多次重办', en: 'redone too often' },
    'passed-on': { zh: '多次流转无人牵头', en: 'nobody took the lead' },
  }[why]
  return {
    zh: `因${because.zh}升级到${levelNames[to].zh}`,
    en: `It climbed to ${levelNames[to].en}: ${because.en}`,
  }
}

/** The limit with its clause, or the term that the level above has set. */
function length({ limitClass }: Claim, clock: Clock, { limits, stated }: Explaining): Ranked {
  const { name, startedAt, term } = clock
  const { id, unit } = limitOf(name, limitClass)
  const isOfRulebook = unit === term.unit && Number(limits(id, shanghaiDay(new Date(startedAt)))) === term.n
  const { clause: written, undecided } = stated(id)
  // «6.4.2-c» is how the rule-book names what the standard prints as «6.4.2 c».
  const clause = written.replace('-', ' ')
  const source = isOfRulebook
    ? {
        zh: `（依据 ${clause}${undecided ? '，市里未定，暂用' : ''}）`,
        en: ` (clause ${clause}${undecided ? ', a figure of ours until the city decides' : ''})`,
      }
    : { zh: '（上级交办时确定）', en: ' (set by the level above)' }
  const kind = limitClassNames[limitClass]
  const n =
    term.unit === 'hours'
      ? { zh: `${term.n} 小时，昼夜和节假日连续计算`, en: `${term.n} hours, day and night` }
      : { zh: `${term.n} 个工作日，从下一个工作日起算`, en: `${term.n} working days from the next one on` }
  return {
    at: startedAt,
    rank: -1,
    zh: `“${kind.zh}”的${clockTitles[name].zh}期限为 ${n.zh}${source.zh}`,
    en: `The term for “${kind.en}” is ${n.en}${source.en}`,
  }
}

/** Day one, days that do not count (those in a row together), and 补班 that do. */
function counted(clock: Clock, calendar: Calendar): Ranked[] {
  const steps: Ranked[] = []
  const open = { from: '', to: '', zh: '', en: '' }
  const close = () => {
    if (!open.from) return
    const { zh, en } = daysName(open.from, open.to)
    steps.push({ at: open.from, zh: `${zh}${open.zh}，不计入`, en: `${en}: ${open.en}, not counted` })
    open.from = ''
  }
  let n = 0
  const last = lastDay(clock, calendar)
  for (
    let day = addDays(shanghaiDay(new Date(clock.startedAt)), 1);
    last !== null && day <= last;
    day = addDays(day, 1)
  ) {
    const why = whyNotCounted(clock, calendar, day)
    if (why && open.from && open.zh === why.zh) open.to = day
    else close()
    if (why && !open.from) Object.assign(open, { from: day, to: day, ...why })
    if (why) continue
    n++
    const { zh, en } = dayName(day)
    const makeUp = isMakeUpDay(calendar, day)
    if (n === 1 || makeUp)
      steps.push({
        at: day,
        zh: `${zh}${makeUp ? '补班，计入，' : ''}是第 ${n} 个工作日`,
        en: `${en}${makeUp ? ', a make-up working day that counts,' : ''} is working day ${n}`,
      })
  }
  return steps
}

function whyNotCounted({ pauses }: Clock, calendar: Calendar, day: Day): Said | undefined {
  if (isWorkingDayProvisionally(calendar, day) !== true) return dayOffName(calendar, day)
  const end = new Date(endOfDay(day)).toISOString()
  const isStill = pauses.some((pause) => pause.from < end && (endOfPause(pause, calendar) ?? end) >= end)
  return isStill ? { zh: '挂起停止计时', en: 'the clock stood still' } : undefined
}

/** The last day of the term, official or provisional; while it stands still, the day on which it was stopped. */
function lastDay(clock: Clock, calendar: Calendar): Day | null {
  const open = clock.pauses.at(-1)
  if (open?.to === null) return shanghaiDay(new Date(open.from))
  const { at, provisional } = dueOf(clock, calendar)
  return at === null ? provisional : addDays(shanghaiDay(new Date(at)), -1)
}

function stops({ pauses }: Clock, calendar: Calendar): Ranked[] {
  return pauses.flatMap((pause): Ranked[] => {
    const from = momentName(pause.from)
    const stopped = {
      at: pause.from,
      zh: `${from.zh}挂起，停止计时（最长 ${pause.days} 个工作日）`,
      en: `Stopped on ${from.en}, for ${pause.days} working days at the most`,
    }
    const end = endOfPause(pause, calendar)
    return end === null ? [stopped] : [stopped, goesOn(pause, end)]
  })
}

function goesOn(pause: Pause, end: string): Ranked {
  const { zh, en } = momentName(end)
  const isCapped = end !== pause.to
  return {
    at: end,
    zh: `${zh}${isCapped ? '挂起满期，' : ''}恢复计时`,
    en: `The clock ran again from ${en}${isCapped ? ', the end of the stop' : ''}`,
  }
}

const extensions = (history: readonly KeptEvent[], { startedAt, extraDays }: Clock): Ranked[] =>
  history.flatMap((event) => {
    if (event.kind !== 'extension-granted' || extraDays === 0 || event.at < startedAt) return []
    const { zh, en } = momentName(event.at)
    const { days } = event.data
    return [
      {
        at: event.at,
        zh: `${zh}同意延期 ${days} 个工作日`,
        en: `Extended by ${days} working days on ${en}`,
      },
    ]
  })

function end(claim: Claim, clock: Clock, calendar: Calendar): Ranked[] {
  if (claim.suspension) {
    const { since, days } = claim.suspension
    const cap = capOf({ from: since, days }, calendar)
    const until = cap && momentName(cap)
    return [
      {
        at: cap ?? since,
        rank: 1,
        zh: until ? `现已停止计时，最迟 ${until.zh}自动恢复` : '现已停止计时，恢复后重新推算到期时间',
        en: until ? `The clock stands still, until ${until.en} at the latest` : 'The clock stands still',
      },
    ]
  }
  const { at, provisional } = dueOf(clock, calendar)
  if (at !== null) return [{ at, rank: 2, ...lastMoment(clock, at) }]
  if (provisional === null) return []
  const { zh, en } = dayName(provisional)
  return [
    {
      at: provisional,
      rank: 2,
      zh: `${zh}是第 ${lengthOf(clock)} 个工作日，暂定到期（该年放假安排公布后确定，暂定日期不自动升级）`,
      en: `${en} is working day ${lengthOf(clock)}: provisional until the year's holidays are announced; nothing climbs by it`,
    },
  ]
}

function lastMoment(clock: Clock, at: string): Said {
  const { zh, en } = momentName(at)
  if (clock.term.unit === 'hours') return { zh: `${zh}到期`, en: `It runs out on ${en}` }
  return {
    zh: `${zh}到期，这一天是第 ${lengthOf(clock)} 个工作日`,
    en: `It runs out on ${en}, working day ${lengthOf(clock)}`,
  }
}

/** What an answer will be measured by, where another term runs out first or a level has its own. */
function beside({ answering }: Claim, clock: Clock, calendar: Calendar): Ranked[] {
  if (!answering || answering === clock || !['accept', 'sign', 'level'].includes(clock.name)) return []
  const { at } = dueOf(answering, calendar)
  if (at === null) return []
  const { zh, en } = momentName(at)
  return [
    {
      at,
      rank: 3,
      zh: `答复是否按期另按${clockTitles.answer.zh}期限计算，到 ${zh}为止`,
      en: `Whether the answer is in time is measured by its own term, until ${en}`,
    },
  ]
}
