import { defineProblems } from './refusal.ts'

/** Refusals that any module may meet. */
export const refuse = defineProblems('platform', {
  'not-signed-in': {
    status: 401,
    zh: '您还没有登录，或登录已过期。请重新登录，未提交的内容已保留在本机。',
    en: 'You are not signed in, or your session ended. Sign in again; what you had typed is kept on this device.',
  },
  'not-allowed': {
    status: 403,
    zh: '您的角色不能做这件事。有权办理的角色：{roles}。',
    en: 'Your role may not do this. Roles that may: {roles}.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到这条记录，或它不在您的管辖范围内。',
    en: 'There is no such record, or it lies outside your jurisdiction.',
  },
  'no-such-page': { status: 404, zh: '没有这个地址：{path}。', en: 'There is nothing at {path}.' },
  invalid: { status: 400, zh: '填写的内容有 {count} 处需要改正。', en: '{count} entries need correction.' },
  'invalid-entry': { status: 400, zh: '{entry}', en: '{entry}' },
  'foreign-request': {
    status: 403,
    zh: '这个请求不是从本系统的页面发出的，已拒绝。请从本系统页面重新操作。',
    en: 'This request did not come from one of our pages and was refused.',
  },
  'key-reused': {
    status: 409,
    zh: '同一提交编号用在了不同的内容上。请刷新页面后重新提交。',
    en: 'One submission key was used for different contents. Reload the page and submit again.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '在您编辑期间，这条记录已被他人修改。请查看最新内容后再保存；您填写的内容仍保留。',
    en: 'Somebody else changed this record while you were editing. Look at the latest contents and save again; what you typed is kept.',
  },
  'too-large': {
    status: 413,
    zh: '内容超过上限 {limit}。请拆分后再提交。',
    en: 'The content is over the limit of {limit}. Split it and send again.',
  },
  'too-many': {
    status: 429,
    zh: '操作过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many attempts. Try again in {seconds} seconds.',
  },
  'cut-off': {
    status: 400,
    zh: '文件没有传完整，未保存任何内容。请重新上传。',
    en: 'The file did not arrive whole and nothing was saved. Upload it again.',
  },
  'unreadable-body': {
    status: 400,
    zh: '发来的内容不完整或格式不对，未保存任何内容。请刷新页面后重试。',
    en: 'What was sent is incomplete or malformed, and nothing was saved. Reload the page and try again.',
  },
  'wrong-type': { status: 415, zh: '不接受这种内容类型。', en: 'This content type is not accepted.' },
  broken: {
    status: 500,
    zh: '系统出错，本次操作没有保存任何内容。请稍后重试；若仍出错，请把编号 {reference} 告诉系统管理员。',
    en: 'Something failed on our side and nothing was saved. Try again; if it fails again, give the administrator the number {reference}.',
  },
  busy: {
    status: 503,
    zh: '系统正忙或正在启动，请稍后重试；本次没有保存任何内容。',
    en: 'The system is busy or starting. Try again shortly; nothing was saved.',
  },
})
