import { z } from 'zod'

export const deliveryStates = ['waiting', 'delivered', 'given-up'] as const
export const deliveryState = z.enum(deliveryStates)
export type DeliveryState = z.infer<typeof deliveryState>

export const deliveryStateNames: Record<DeliveryState, { zh: string; en: string }> = {
  waiting: { zh: '待送达', en: 'Waiting' },
  delivered: { zh: '已送达', en: 'Delivered' },
  'given-up': { zh: '已放弃', en: 'Given up' },
}

export const subscriptionStates = ['active', 'paused', 'ended'] as const
export const subscriptionState = z.enum(subscriptionStates)
export type SubscriptionState = z.infer<typeof subscriptionState>

/** Why an attempt failed, besides an answer that was not 2xx. */
export const attemptFaults = [
  'refused-address',
  'no-such-host',
  'no-connection',
  'timeout',
  'tls',
  'redirect',
  'answer',
] as const
export const attemptFault = z.enum(attemptFaults)
export type AttemptFault = z.infer<typeof attemptFault>

export const attemptFaultNames: Record<AttemptFault, { zh: string; en: string }> = {
  'refused-address': { zh: '地址在内部网段，不予发送', en: 'The address lies in a private range' },
  'no-such-host': { zh: '域名无法解析', en: 'The host name cannot be resolved' },
  'no-connection': { zh: '连接不上或连接中断', en: 'No connection, or it broke' },
  timeout: { zh: '10 秒内没有答复', en: 'No answer within 10 seconds' },
  tls: { zh: '证书不可信', en: 'The certificate is not trusted' },
  redirect: { zh: '对方要求转到别的地址，不予跟随', en: 'It redirects; redirects are not followed' },
  answer: { zh: '对方答复不是 2xx', en: 'The answer was not 2xx' },
}
