import { defineProblems } from '../../platform/problems/refusal.ts'

/** Faults that only other systems meet. */
export const refuse = defineProblems('petitions', {
  'key-missing': {
    status: 403,
    zh: '需要接口密钥（api_key）。请向市物业主管部门申请。',
    en: 'An api_key is needed; ask the housing bureau for one.',
  },
  'key-unknown': {
    status: 403,
    zh: '接口密钥无效或已停用。',
    en: 'The api_key is unknown or revoked.',
  },
  'jurisdiction-unknown': {
    status: 404,
    zh: '没有这个辖区（jurisdiction_id）。',
    en: 'There is no such jurisdiction_id.',
  },
  'service-missing': { status: 400, zh: '请给出类别（service_code）。', en: 'service_code is missing.' },
  'service-unknown': {
    status: 404,
    zh: '没有这个类别（service_code）。',
    en: 'There is no such service_code.',
  },
  'request-unknown': {
    status: 404,
    zh: '没有这件诉求（service_request_id）。',
    en: 'There is no such service_request_id.',
  },
  'place-missing': {
    status: 400,
    zh: '请给出地点：address_id（小区或社区的编码），或 address_string（小区名称）。',
    en: 'Say where: address_id (the code of a compound or community) or address_string (its name).',
  },
  'place-unclear': {
    status: 400,
    zh: '按“{address}”不能确定唯一的小区或社区，请改用 address_id（编码）。',
    en: '“{address}” names no single compound or community; use address_id, its code.',
  },
  'description-wrong': {
    status: 400,
    zh: '请用 {least} 到 {most} 个字说明情况（description）。',
    en: 'description should have {least} to {most} characters.',
  },
  'instant-unreadable': {
    status: 400,
    zh: '{name} 应写成带时区的时间，例如 2026-11-23T09:30:00+08:00。',
    en: '{name} should be an instant with its zone, such as 2026-11-23T09:30:00+08:00.',
  },
  'page-unreadable': {
    status: 400,
    zh: 'page 应是 1 到 {mostPages} 的整数，page_size 应是 1 到 {mostRows} 的整数。',
    en: 'page should be 1 to {mostPages}, page_size 1 to {mostRows}.',
  },
  'status-unknown': {
    status: 400,
    zh: 'status 应为 open 或 closed。',
    en: 'status should be open or closed.',
  },
  'phone-unreadable': {
    status: 400,
    zh: 'phone 应为 11 位手机号。',
    en: 'phone should be a mobile number of 11 digits.',
  },
  'signature-wrong': {
    status: 401,
    zh: '签名不对，或时间相差超过 {minutes} 分钟。请核对密钥、系统时间和签名方法。',
    en: 'The signature is wrong, or its time is off by more than {minutes} minutes.',
  },
  'order-unknown': { status: 404, zh: '没有收到过这张工单。', en: 'This order was never received.' },
  'order-place-unknown': {
    zh: '没有编码为 {code} 的小区、社区、街道或旗县区。',
    en: 'There is no place with the code {code}.',
  },
})
