import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('party-organisations', {
  'three-members': {
    zh: '单独组建党组织须有正式党员 {least} 名以上（支部工作条例第四条；4.5.1），现有 {count} 名。请改为联合组建，或派驻党建工作指导员。',
    en: 'An organisation of its own needs {least} full members or more (Regulations on Party Branches, art. 4; clause 4.5.1); there are {count}. Found a joint one, or post an instructor.',
  },
  'members-absurd': {
    zh: '正式党员人数 {count} 不合理（应在 0 至 9999 之间）。',
    en: '{count} members is not plausible (0 to 9999).',
  },
  'target-needed': {
    zh: '请填写机构代码，或填写项目小区代码。',
    en: 'Give the code of a body or of a project’s compound.',
  },
  'one-target': {
    zh: '机构代码和项目小区代码只填一个：覆盖企业、业委会填机构代码，覆盖物业项目填小区代码。',
    en: 'Give either the body or the project, not both.',
  },
  'organisation-needed': {
    zh: '单独组建、联合组建的覆盖须填写党组织名称及其所在区划代码。',
    en: 'Coverage by an organisation needs its name and the code of its place.',
  },
  'organisation-unknown': {
    zh: '在该区划没有找到党组织“{name}”。请先登记党组织，或核对名称。',
    en: 'There is no Party organisation {name} in that place.',
  },
  'form-differs': {
    zh: '“{name}”登记为{form}，与这里填写的覆盖方式不同。',
    en: '{name} is on record as {form}, which differs from the way given here.',
  },
  'founded-later': {
    zh: '“{name}”于 {day} 成立，覆盖起始日不能早于成立日。',
    en: '{name} was founded on {day}; it cannot cover anything earlier.',
  },
  'instructor-needed': {
    zh: '派驻党建工作指导员须填写指导员姓名和手机号（凭二者认定为同一人）。',
    en: 'Give the name and mobile number of the posted instructor.',
  },
  'ended-before-founded': {
    zh: '最后一天不能早于起始日 {day}。',
    en: 'The last day cannot lie before {day}.',
  },
  'host-coverage': {
    zh: '这是党组织对其依托机构或项目的覆盖，随党组织存续。请到党组织档案登记撤销。',
    en: 'This is the organisation’s own host: it ends with the organisation.',
  },
})
