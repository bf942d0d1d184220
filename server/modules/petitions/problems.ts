import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('petitions', {
  'not-now': {
    status: 409,
    zh: '这件诉求现在是“{state}”，不能做这一步。请刷新后再看下一步是什么。',
    en: 'The claim is “{state}” now; this step cannot be taken. Reload to see the next one.',
  },
  'moved-on': {
    status: 409,
    zh: '{who}已于 {at} {what}，这件诉求现在是“{state}”。请刷新后再办。',
    en: '{who} was faster: {what}, {at}. The claim is “{state}” now; reload.',
  },
  'not-yours': {
    status: 403,
    zh: '这件诉求现由“{who}”办理，这一步不归您做。',
    en: 'The claim is with {who}; this step is not yours to take.',
  },
  'own-hand': {
    status: 403,
    zh: '您参与过这件诉求的办理，审核、回访、批复须由他人进行。',
    en: 'You had a hand in this claim; another person must review, visit and decide.',
  },
  'category-unknown': {
    zh: '没有这个诉求类别，或已停用。请重新选择。',
    en: 'There is no such category in use; choose again.',
  },
  'no-owner': {
    zh: '合同和职责清单都找不到承办单位。请选择一个承办单位，或由本级直接办理。',
    en: 'Neither contract nor duty list names anybody; choose a handler.',
  },
  'handler-not-allowed': {
    zh: '合同、职责清单和属地都不包含这个单位。请从可选的承办单位中选择。',
    en: 'Neither contract nor duty list nor office allows this handler; choose from the list.',
  },
  'about-the-firm': {
    zh: '这是对物业服务企业的投诉，不能派给被投诉的企业。',
    en: 'The claim is about this firm; it cannot be its own handler.',
  },
  'same-handler': {
    zh: '诉求已在这个单位，请选择另一个承办单位。',
    en: 'It is with this handler already; choose another.',
  },
  'handler-needed': { zh: '请选择由哪个单位限期办理。', en: 'Choose who shall do it.' },
  'not-led': { status: 409, zh: '这件诉求没有升级到本级。', en: 'The claim has not climbed to your office.' },
  'returned-late': {
    status: 409,
    zh: '退单期限为 {days} 个工作日，已经超过。请办理，或申请延期。',
    en: 'It could be returned within {days} working days; that time is over.',
  },
  'proof-missing': {
    zh: '请附上至少一张现场照片或一份材料作为佐证。',
    en: 'Attach at least one photo or paper as proof.',
  },
  'rating-missing': {
    zh: '请记录诉求人对响应、解决、满意的回答；没有联系上的请登记未联系上。',
    en: 'Record what the reporter said; where nobody was reached record a try.',
  },
  'tries-missing': {
    status: 409,
    zh: '未能回访须在不少于 {days} 天内联系不少于 {times} 次，现在是 {on} 天 {made} 次。',
    en: 'It takes {times} tries on {days} days; there were {made} on {on}.',
  },
  'reason-to-close': {
    zh: '回访为未解决或不满意，办结须写明理由；否则请退回重办。',
    en: 'The visit found it unsolved or the reporter unsatisfied: say why it is closed, or send it again.',
  },
  'not-confirmed': {
    zh: '诉求人没有确认已解决，不能按“已解决”办结。请选择其他结果。',
    en: 'The reporter has not confirmed it as solved; choose another outcome.',
  },
  'not-complete': {
    status: 409,
    zh: '缺少答复或回访，不能销号。',
    en: 'Answer or visit are missing; it cannot be struck off.',
  },
  'reason-missing': { zh: '不同意请写明理由，至少 4 个字。', en: 'Say why it is refused.' },
  'asked-already': {
    status: 409,
    zh: '已有一项申请等待批复。',
    en: 'Something is asked for already and waits.',
  },
  'nothing-asked': {
    status: 409,
    zh: '没有等待批复的申请，可能已处理过。请刷新。',
    en: 'Nothing waits for a decision; reload.',
  },
  'extended-before': {
    status: 409,
    zh: '这件诉求已延期过一次，不能再延。',
    en: 'It was extended once; it cannot be again.',
  },
  'extension-late': {
    status: 409,
    zh: '已经到期，不能再申请延期。',
    en: 'It is due already; an extension comes too late.',
  },
  'extension-long': {
    zh: '延期最多 {most} 个工作日。',
    en: 'An extension has {most} working days at the most.',
  },
  'suspension-long': {
    zh: '挂起累计最多 {cap} 个工作日，还可申请 {most} 个工作日。',
    en: 'Suspensions have {cap} working days in all; {most} are left.',
  },
  'suspended-already': { status: 409, zh: '这件诉求已挂起。', en: 'The claim is suspended already.' },
  'not-suspended': {
    status: 409,
    zh: '这件诉求没有挂起，可能已恢复。请刷新。',
    en: 'The claim is not suspended; reload.',
  },
  'list-above': {
    status: 403,
    zh: '{level}清单由该级或上级列入、移出。',
    en: 'The list of this level ({level}) is kept by it or a level above.',
  },
  'not-listed': { status: 409, zh: '这件诉求不在重点难点清单上。', en: 'The claim is not on the key list.' },
  'excluded-already': {
    status: 409,
    zh: '已按“{why}”不计入考核。',
    en: 'It is left out of rates already: {why}.',
  },
  'not-excluded': { status: 409, zh: '这件诉求本来就计入考核。', en: 'The claim counts already.' },
  'not-agreed': {
    zh: '诉求人没有同意公开内容。',
    en: 'The reporter has not agreed to any words being public.',
  },
  'into-itself': { zh: '不能并入自己。', en: 'A claim cannot be joined to itself.' },
  'lead-not-open': {
    status: 409,
    zh: '主诉求已办结或本身已并入其他诉求，请选择另一件。',
    en: 'That claim is closed or joined to another itself; choose another.',
  },
  'lead-of-other-kind': {
    zh: '对企业的投诉与一般诉求不能合并。',
    en: 'A complaint about the firm and another claim cannot be joined.',
  },
  'identity-sealed': {
    status: 403,
    zh: '诉求人要求保密身份。确需联系的，请申请解封，由上级第二人同意。',
    en: 'The reporter asked to be kept; ask for opening, a second person of the level above must agree.',
  },
  'reporter-not-needed': {
    status: 403,
    zh: '这一步不需要诉求人的姓名电话，或这件诉求与您单位有关，不能查看。',
    en: 'Name and telephone are not needed here, or the claim is about you.',
  },
  'not-sealed': {
    status: 409,
    zh: '这件诉求没有要求保密身份，可直接查看。',
    en: 'The identity is not sealed.',
  },
  'opening-asked': {
    status: 409,
    zh: '您已申请过，请等待批复。',
    en: 'You have asked already; wait for the answer.',
  },
  'opening-settled': { status: 409, zh: '这项申请已处理过。', en: 'This request was settled already.' },
  'not-opened': {
    status: 403,
    zh: '没有同意的解封，或查看期已过。',
    en: 'It was not opened, or the time to look is over.',
  },
  'not-callable': {
    zh: '“{name}”不能被呼叫到这里。请从可呼叫的单位中选择。',
    en: 'One of those named cannot be called here; choose from the list.',
  },
  'call-of-claim-elsewhere': {
    zh: '所选诉求不在这个位置，请重新选择。',
    en: 'The claim lies elsewhere; choose again.',
  },
  'whistle-over': { status: 409, zh: '这次吹哨已结束或取消。', en: 'This call is over.' },
  'checked-in': { status: 409, zh: '您单位已于 {at} 报到。', en: 'You have checked in already ({at}).' },
  'not-called': {
    status: 403,
    zh: '这次吹哨没有呼叫您单位，或请选明是哪个单位报到。',
    en: 'You are not called, or say for whom you check in.',
  },
  'happened-later': { zh: '发生日期 {day} 晚于今天，请核对。', en: 'It is dated {day}, later than today.' },
  'finding-changed': {
    status: 409,
    zh: '这项认定已被更改或撤销，请刷新。',
    en: 'This finding was changed or withdrawn; reload.',
  },
  'period-long': {
    zh: '时段应从早到晚，最长一年。',
    en: 'A period runs forward and has a year at the most.',
  },
})
