import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('organisations', {
  'place-unknown': {
    zh: '没有找到代码为“{code}”的区域。请核对代码，或先导入上级区域。',
    en: 'There is no place with the code {code}. Check it, or import the upper place first.',
  },
  'place-out-of-reach': {
    status: 403,
    zh: '“{name}”不在您的管辖范围内，不能在此登记。',
    en: '{name} lies outside your jurisdiction.',
  },
  'code-shape': {
    zh: '“{code}”不是有效的12位统计用区划代码。',
    en: '{code} is not a twelve-digit division code.',
  },
  'parent-kind': {
    zh: '{kind}的上级应是{expected}，“{name}”不是。',
    en: 'The parent of a {kind} must be a {expected}; {name} is not.',
  },
  'code-taken': {
    status: 409,
    zh: '代码“{code}”已被“{name}”使用。若是同一地点请更新它；若不是，请改用别的代码。',
    en: 'The code {code} already belongs to {name}.',
  },
  'before-record': {
    zh: '日期“{day}”早于本系统记录的起始日（{first}）。请填写{first}或之后的日期。',
    en: 'The day {day} lies before the record began ({first}).',
  },
  'area-absurd': {
    zh: '建筑面积 {area} 平方米不合理（应在 {least} 至 {most} 平方米之间）。请核对单位和小数点。',
    en: 'A built area of {area} m² is not plausible (between {least} and {most} m²). Check unit and decimal point.',
  },
  'households-absurd': {
    zh: '户数 {households} 不合理（应在 {least} 至 {most} 之间）。',
    en: '{households} households is not plausible (between {least} and {most}).',
  },
  'area-per-household-absurd': {
    zh: '户均建筑面积约 {area} 平方米，不合理。请核对户数与面积。',
    en: 'About {area} m² per household is not plausible.',
  },
  'area-unreadable': {
    zh: '“{area}”不是面积。请填写平方米数，最多两位小数，如 65800.00。',
    en: '{area} is not an area. Give square metres with at most two decimals.',
  },
  'buildings-absurd': { zh: '楼栋数至少为 1。', en: 'There must be at least one building.' },
  'figures-absurd': { zh: '有几项数字不合理，请核对后再保存。', en: 'Some figures are not plausible.' },
  'compound-code-shape': {
    zh: '“{code}”不是小区代码。请写成“社区代码-四位序号”，或留空由系统编号。',
    en: '{code} is no compound code: write the community’s code, a hyphen and four digits, or leave it blank.',
  },
  'community-full': {
    zh: '“{name}”的小区编号已用到 {most}，不能再自动编号。请核对是否放错了社区。',
    en: 'The numbers of {name} are used up to {most}. Check the community.',
  },
  'twice-in-sheet': {
    zh: '与第 {row} 行重复（同一社区下的同名小区，或同一代码）。请只保留一行。',
    en: 'The same as row {row}.',
  },
  'changed-places': { zh: '该区域已于 {day} 撤销，不能再登记。', en: 'This place ended on {day}.' },
  'uscc-length': {
    zh: '“{code}”不是统一社会信用代码：应为18位。请对照营业执照或登记证书填写。',
    en: '{code} is not a unified social credit code: it must have 18 characters.',
  },
  'uscc-alphabet': {
    zh: '“{code}”含有统一社会信用代码不使用的字符（不用字母 I、O、S、V、Z）。请核对是否把数字写成了字母。',
    en: '{code} holds a character that credit codes do not use (I, O, S, V, Z).',
  },
  'uscc-division': {
    zh: '“{code}”第3至8位应为6位行政区划数字。请对照证书核对。',
    en: 'Places 3 to 8 of {code} must be the six digits of a division.',
  },
  'uscc-check-digit': {
    zh: '“{code}”的校验位（第18位）不符，可能有一位写错。请对照证书核对。',
    en: 'The check digit of {code} does not fit; one character is probably wrong.',
  },
  'uscc-inner-check-digit': {
    zh: '“{code}”中主体标识码的校验位（第17位）不符。请对照证书核对。',
    en: 'The inner check digit (place 17) of {code} does not fit.',
  },
  'body-unknown': {
    zh: '没有找到代码为“{code}”的机构。请核对代码，或先登记该机构。',
    en: 'There is no body with the code {code}. Check it, or record the body first.',
  },
  'body-unknown-here': {
    zh: '没有找到代码为“{code}”的{kind}。请核对代码，或先登记该机构。',
    en: 'There is no {kind} with the code {code}. Check it, or record the body first.',
  },
  'body-kind': {
    zh: '“{name}”是{kind}，这里应填{expected}。',
    en: '{name} is of the kind {kind}; {expected} is expected here.',
  },
  'body-out-of-reach': {
    status: 403,
    zh: '“{name}”不在您的管辖范围内，不能修改或在其下登记。',
    en: '{name} lies outside your jurisdiction.',
  },
  'body-not-then': {
    zh: '“{name}”在 {day} 尚未成立或已终止。请核对日期。',
    en: '{name} did not exist on {day}.',
  },
  'committee-not-then': {
    zh: '小区“{name}”在 {day} 没有业主委员会或物业管理委员会的登记。请先登记，或核对日期。',
    en: '{name} has no committee on record for {day}.',
  },
  'community-place-needed': {
    zh: '社区居委会须填写社区一级的区划代码，“{name}”不是社区。',
    en: 'A residents committee needs the code of a community; {name} is none.',
  },
  'end-before-start': {
    zh: '截止日 {to} 早于起始日 {from}。请核对两个日期。',
    en: 'The last day {to} lies before the first day {from}.',
  },
  'contract-overlap': {
    zh: '小区“{name}”在这段时间已有合同：{provider}，{from} 至 {to}。同一时间一个小区只能有一份物业服务合同；请先登记原合同的截止日。',
    en: '{name} already has a contract then: {provider}, {from} to {to}. End the earlier one first.',
  },
  'contract-runs-on': {
    zh: '小区“{name}”在这段时间已有合同：{provider}，自 {from} 起，未约定截止日。同一时间一个小区只能有一份物业服务合同；请先登记原合同的截止日。',
    en: '{name} already has a contract then: {provider}, from {from} with no last day. End the earlier one first.',
  },
  'committee-sits': {
    zh: '小区“{name}”已有在任的{kind}（{day} 选举产生）。若是换届请注明（勾选“换届产生”，表格中“是否换届”填“是”）；若原委员会已终止请先登记终止日。',
    en: '{name} already has a sitting committee elected on {day}. Mark this one as a renewal, or end the earlier one first.',
  },
  'filed-before-elected': {
    zh: '备案日 {filed} 早于选举日 {elected}。请核对。',
    en: 'The filing {filed} lies before the election {elected}.',
  },
  'term-before-elected': {
    zh: '任期届满日 {end} 应晚于选举日 {elected}。',
    en: 'The term must end after the election.',
  },
  'seats-absurd': {
    zh: '委员人数 {seats} 不合理（应在 1 至 99 之间）。',
    en: '{seats} seats is not plausible (1 to 99).',
  },
  'role-body': {
    zh: '“{role}”应任职于{expected}，“{name}”不是。',
    en: '{role} belongs to {expected}; {name} is not one.',
  },
  'compound-needed': {
    zh: '项目负责人须填写小区代码。',
    en: 'The head of a project needs the code of the compound.',
  },
  'compound-unknown': {
    zh: '没有找到代码为“{code}”的小区。',
    en: 'There is no compound with the code {code}.',
  },
  'not-provider': {
    zh: '“{body}”在 {day} 没有服务于小区“{name}”的合同。请先登记物业服务合同，或核对日期。',
    en: '{body} has no contract for {name} on {day}.',
  },
  'phone-unreadable': {
    zh: '“{phone}”不是11位手机号码。',
    en: '{phone} is not an eleven-digit mobile number.',
  },
  'attestation-needed': {
    zh: '填写政治面貌时须写明确认的党组织和确认日期；没有党组织确认的请留空（未提供）。',
    en: 'Party status needs the attesting organisation and the day; leave it blank when nobody attested it.',
  },
  'attestation-not-allowed': {
    status: 403,
    zh: '政治面貌须由党组织（组织部门角色）登记或更改。请将该列留空，由组织部门补登。',
    en: 'Party status is recorded or changed by the Party-organisation department. Leave the column blank.',
  },
  'day-in-future': { zh: '日期 {day} 在今天之后。请填写已经发生的日期。', en: '{day} lies in the future.' },
  'staff-absurd': {
    zh: '人数 {count} 不合理（应在 0 至 9999 之间）。',
    en: '{count} persons is not plausible (0 to 9999).',
  },
  'before-state': {
    zh: '“{name}”现在的状态自 {day} 起，变更日不能早于这一天。',
    en: '{name} has been in its present state since {day}; a change cannot lie before.',
  },
  'place-ended': { zh: '“{name}”已撤销，不能再变更。', en: '{name} is no more and cannot be changed.' },
  'not-one-kind': {
    zh: '只能合并同一级别的区域，且不能并入自己。',
    en: 'Only places of one level can be merged, and none into itself.',
  },
  'compounds-stay': {
    zh: '小区不能合并或拆分。请分别修改小区档案。',
    en: 'Compounds cannot be merged or split.',
  },
  'children-left': {
    zh: '拆分须把全部 {count} 个下辖区域各分到一个新区域，现有 {left} 个没有着落或重复。',
    en: 'A split must give each of the {count} places below to one new place; {left} are left out or given twice.',
  },
  'contract-over': {
    zh: '终止日须在合同起始日 {from} 之后、约定的截止日之前。',
    en: 'The last day must lie within the contract.',
  },
  'post-over': { zh: '离任日须不早于任职日 {from}。', en: 'The last day must not lie before the first.' },
})

/** The record begins here: nothing earlier can be entered as having happened (the edition's own year is 2021). */
export const firstDay = '1949-10-01'

/** Refusals that sheets of other modules meet as well. */
export const bodyOutOfReach = (name: string) => refuse('body-out-of-reach', { name })
export const phoneUnreadable = (phone: string) => refuse('phone-unreadable', { phone })
