import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('exchange', {
  'whole-city-only': {
    status: 403,
    zh: '事件订阅不分区域，只有管辖全市的系统管理员可以设置。请联系市级系统管理员。',
    en: 'Subscriptions know no districts: only system administrators of the whole city may set them.',
  },
  'url-unreadable': {
    zh: '接收地址看不懂，应写成 https://example.cn/路径 的样子。',
    en: 'The address cannot be read; it should look like https://example.cn/path.',
  },
  'url-not-https': {
    zh: '接收地址必须以 https:// 开头，以免事件在途中被看到或改动。',
    en: 'The address must begin with https://, so that nobody on the way can read or change an event.',
  },
  'url-with-password': {
    zh: '接收地址里不能写账号和密码。来源由签名证明，不需要它们。',
    en: 'The address must hold no user name or password; the signature proves where an event comes from.',
  },
  'url-private': {
    zh: '接收地址在内部网段，不能使用。如果它确实是要对接的系统，请让运维人员把该网段写入 GONGZHI_WEBHOOK_NETWORKS。',
    en: 'The address lies in a private range. If it is meant, the operator must name that range in GONGZHI_WEBHOOK_NETWORKS.',
  },
  'event-unknown': {
    zh: '没有名为“{name}”的事件，请从列表中选择。',
    en: 'There is no event named "{name}"; choose from the list.',
  },
  ended: {
    status: 409,
    zh: '这个订阅已经终止，不能再修改或送达。请新建一个订阅。',
    en: 'This subscription has ended; make a new one.',
  },
})
