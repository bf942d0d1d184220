import { z } from 'zod'

/** The way of a claim, in order (6.4.2, 6.4.3); each word is the last step that was done. */
export const claimStates = [
  'draft',
  'filed',
  'accepted',
  'dispatched',
  'signed',
  'handling',
  'answered',
  'reviewed',
  'visited',
  'closed',
  'struck-off',
  'declined',
  'withdrawn',
  'merged',
] as const
export const claimState = z.enum(claimStates)
export type ClaimState = z.infer<typeof claimState>

/** Still somebody's to work on: clocks run, or are stopped, in these alone. */
export const openStates = [
  'filed',
  'accepted',
  'dispatched',
  'signed',
  'handling',
  'answered',
  'reviewed',
  'visited',
] as const satisfies readonly ClaimState[]
export const isOpen = (state: ClaimState): boolean => (openStates as readonly ClaimState[]).includes(state)

/** 6.4.2 c, d: who answers for a claim; it climbs one by one. */
export const claimLevels = ['project', 'community', 'street', 'district', 'city'] as const
export const claimLevel = z.enum(claimLevels)
export type ClaimLevel = z.infer<typeof claimLevel>

/** Through which door it came (6.4.2 a, b). */
export const channels = [
  'resident',
  'relative',
  'counter',
  'hotline-12345',
  'project',
  'committee',
  'open311',
  'import',
] as const
export const channel = z.enum(channels)
export type Channel = z.infer<typeof channel>

/** How a claim ended. Merely closed is never called solved. */
export const outcomes = ['solved', 'partly', 'not-solvable', 'not-responsible', 'unknown'] as const
export const outcome = z.enum(outcomes)
export type Outcome = z.infer<typeof outcome>

/** What the return visit found; `unreached` (未能回访) stays outside the satisfied rate. */
export const visitResults = ['reached', 'unreached'] as const
export type VisitResult = (typeof visitResults)[number]

/** The kind of limit that a category asks for; the figures are dated data of the rule-book. */
export const limitClasses = ['danger', 'utility', 'consult', 'help', 'general', 'complaint'] as const
export const limitClass = z.enum(limitClasses)
export type LimitClass = z.infer<typeof limitClass>

/** Who is answerable for a category in a place, before the duty list says otherwise. */
export const responsibles = [
  'provider',
  'committee',
  'community',
  'street',
  'district',
  'city',
  'enforcement',
] as const
export const responsible = z.enum(responsibles)
export type Responsible = z.infer<typeof responsible>

/** Why a claim is not taken in, each with the channel that is right for it. */
export const declineGrounds = [
  'litigation',
  'arbitration',
  'discipline',
  'reconsideration',
  'disclosure',
  'already-petitioned',
  'already-answered',
  'secret-or-private',
  'not-property',
  'no-such-matter',
] as const
export const declineGround = z.enum(declineGrounds)
export type DeclineGround = z.infer<typeof declineGround>

/** Why a claim does not count in rates; a reason is written besides. */
export const exclusions = ['duplicate', 'malicious', 'not-property', 'out-of-area', 'withdrawn'] as const
export const exclusion = z.enum(exclusions)
export type Exclusion = z.infer<typeof exclusion>

/** Everything that can happen to a claim. */
export const claimEventKinds = [
  'filed',
  'accepted',
  'declined',
  'dispatched',
  'no-owner',
  'returned',
  'transferred',
  'signed',
  'handling',
  'noted',
  'answered',
  'reviewed',
  'sent-again',
  'visit-tried',
  'visited',
  'closed',
  'struck-off',
  'reopened',
  'extension-asked',
  'extension-granted',
  'extension-refused',
  'suspension-asked',
  'suspended',
  'suspension-refused',
  'resumed',
  'urged',
  'supervised',
  'warned',
  'overdue',
  'climbed',
  'taken-over',
  'sent-back',
  'whistled',
  'merged',
  'followed',
  'withdrawn',
  'marked-key',
  'unmarked-key',
  'excluded',
  'included',
  'rated',
  'identity-opened',
  'text-cleared',
  'term-moved',
] as const
export const claimEventKind = z.enum(claimEventKinds)
export type ClaimEventKind = z.infer<typeof claimEventKind>

/** What runs: taking in, signing for, answering, reviewing, visiting, striking off; a level's own term after a climb. */
export const clockNames = ['accept', 'sign', 'answer', 'review', 'visit', 'strike-off', 'level'] as const
export const clockName = z.enum(clockNames)
export type ClockName = (typeof clockNames)[number]

interface Words {
  zh: string
  en: string
}

export const stateNames: Record<ClaimState, Words> = {
  draft: { zh: '草稿', en: 'Draft' },
  filed: { zh: '待受理', en: 'Filed' },
  accepted: { zh: '已受理，待派单', en: 'Accepted' },
  dispatched: { zh: '已派单，待签收', en: 'Dispatched' },
  signed: { zh: '已签收', en: 'Signed for' },
  handling: { zh: '办理中', en: 'In hand' },
  answered: { zh: '已答复，待审核', en: 'Answered' },
  reviewed: { zh: '已审核，待回访', en: 'Reviewed' },
  visited: { zh: '已回访，待办结', en: 'Visited' },
  closed: { zh: '已办结，待销号', en: 'Closed' },
  'struck-off': { zh: '已销号', en: 'Struck off' },
  declined: { zh: '不予受理', en: 'Not accepted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  merged: { zh: '已并入同一事项', en: 'Joined to another claim' },
}

export const levelNames: Record<ClaimLevel, Words> = {
  project: { zh: '项目', en: 'Project' },
  community: { zh: '社区', en: 'Community' },
  street: { zh: '街道', en: 'Street' },
  district: { zh: '旗县区', en: 'District' },
  city: { zh: '市', en: 'City' },
}

export const channelNames: Record<Channel, Words> = {
  resident: { zh: '居民网上反映', en: 'Resident, online' },
  relative: { zh: '家人代为反映', en: 'A relative' },
  counter: { zh: '窗口或电话登记', en: 'Counter or telephone' },
  'hotline-12345': { zh: '12345 转办', en: '12345 hotline' },
  project: { zh: '物业项目登记', en: 'Project' },
  committee: { zh: '业委会登记', en: 'Owners committee' },
  open311: { zh: '开放接口', en: 'Open311' },
  import: { zh: '历史导入', en: 'Imported history' },
}

export const outcomeNames: Record<Outcome, Words> = {
  solved: { zh: '已解决', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  'not-solvable': { zh: '暂不能解决', en: 'Cannot be solved' },
  'not-responsible': { zh: '不属于物业职责', en: 'Not a matter of property services' },
  unknown: { zh: '结果未确认', en: 'Outcome not confirmed' },
}

export const limitClassNames: Record<LimitClass, Words> = {
  danger: { zh: '险情', en: 'Danger' },
  utility: { zh: '停水停电停暖', en: 'Water, power or heat' },
  consult: { zh: '咨询', en: 'Question' },
  help: { zh: '求助', en: 'Help' },
  general: { zh: '一般诉求', en: 'General claim' },
  complaint: { zh: '投诉举报', en: 'Complaint' },
}

/** The right channel, said with the refusal. */
export const declineNames: Record<DeclineGround, Words> = {
  litigation: { zh: '已进入诉讼：请向受理法院反映', en: 'Before a court' },
  arbitration: { zh: '已进入仲裁：请向仲裁机构反映', en: 'Before an arbitrator' },
  discipline: { zh: '属于纪检监察事项：请拨打 12388', en: 'A matter of discipline: call 12388' },
  reconsideration: { zh: '已申请行政复议：请向复议机关反映', en: 'Under administrative reconsideration' },
  disclosure: { zh: '属于政府信息公开：请向信息公开机构申请', en: 'Ask by disclosure of information' },
  'already-petitioned': {
    zh: '已进入信访程序：请向信访机构查询',
    en: 'Already a petition by letter or visit',
  },
  'already-answered': {
    zh: '同一事实已答复：对答复不满意请在原诉求上申请重办',
    en: 'Answered already: reopen that claim',
  },
  'secret-or-private': { zh: '涉及国家秘密、商业秘密或他人隐私', en: 'Secret or private' },
  'not-property': { zh: '不属于物业管理范围：请拨打 12345', en: 'Not property management: call 12345' },
  'no-such-matter': {
    zh: '内容不清，无法办理：请补充后重新反映',
    en: 'Unclear: file again with more detail',
  },
}

/** The terms that run, as desks name them. */
export const clockTitles: Record<ClockName, Words> = {
  accept: { zh: '受理', en: 'Taking in' },
  sign: { zh: '签收', en: 'Signing' },
  answer: { zh: '答复', en: 'Answer' },
  review: { zh: '审核', en: 'Review' },
  visit: { zh: '回访', en: 'Visit' },
  'strike-off': { zh: '办结销号', en: 'Striking off' },
  level: { zh: '升级后本级办理', en: 'Of the level' },
}

export const exclusionNames: Record<Exclusion, Words> = {
  duplicate: { zh: '重复反映', en: 'Duplicate' },
  malicious: { zh: '恶意反映', en: 'Malicious' },
  'not-property': { zh: '不属于物业管理', en: 'Not property management' },
  'out-of-area': { zh: '不在辖区', en: 'Out of the area' },
  withdrawn: { zh: '诉求人撤回', en: 'Withdrawn' },
}
