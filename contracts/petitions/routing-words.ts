/** Why nobody is answerable, so that an office has to find somebody. */
export const noOwnerReasons = ['contract-ended', 'body-ended', 'no-office'] as const
export type NoOwnerReason = (typeof noOwnerReasons)[number]

/** As the office that must find somebody reads it. */
export const noOwnerNames: Record<NoOwnerReason, { zh: string; en: string }> = {
  'contract-ended': {
    zh: '物业服务合同已到期，没有接续的企业',
    en: 'The service contract has ended and none has followed',
  },
  'body-ended': { zh: '职责清单上的单位已撤销', en: 'The body on the duty list exists no more' },
  'no-office': { zh: '没有负责这个区域的机关', en: 'No office is in charge of this area' },
}
