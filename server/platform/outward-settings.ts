import { isIP } from 'node:net'
import { reasonOf, StartFault } from './start-fault.ts'

/** What leaves the house besides answers: mail, events for other systems, and papers. */
export interface OutwardSettings {
  /** Where the public reaches this installation, such as https://pj.example.gov.cn: what codes on papers lead to. */
  address?: string
  /** A mail server and whom its mails come from. */
  smtp?: { url: string; from: string }
  /** A gateway for short messages and the secret shared with it. */
  sms?: { url: string; secret: string }
  /** Private networks in which receivers of events stand: address and length of the prefix. */
  webhookNetworks: readonly (readonly [string, number])[]
}

/**
 * @param env GONGZHI_SMTP_URL with GONGZHI_MAIL_FROM; GONGZHI_SMS_URL with GONGZHI_SMS_SECRET; GONGZHI_WEBHOOK_NETWORKS, such as 10.1.2.0/24, by commas;
 *   GONGZHI_ADDRESS
 * @throws StartFault with the sentence for the console
 */
export function readOutward(env: Record<string, string | undefined>): OutwardSettings {
  const networks = (env.GONGZHI_WEBHOOK_NETWORKS ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)
  return {
    ...readSmtp(env.GONGZHI_SMTP_URL, env.GONGZHI_MAIL_FROM),
    ...readSms(env.GONGZHI_SMS_URL, env.GONGZHI_SMS_SECRET),
    webhookNetworks: networks.map(readRange),
    ...readAddress(env.GONGZHI_ADDRESS),
  }
}

function readAddress(text: string | undefined): Pick<OutwardSettings, 'address'> {
  if (!text) return {}
  const address = URL.parse(text)
  if (address && /^https?:$/.test(address.protocol) && address.pathname === '/' && !address.search)
    return { address: address.origin }
  throw new StartFault(
    `公众访问地址“${text}”不对：GONGZHI_ADDRESS 应写成 https://pj.example.gov.cn 的样子，不带路径。`,
    `GONGZHI_ADDRESS must be an address such as https://pj.example.gov.cn without a path, not "${text}".`,
  )
}

function readSmtp(url: string | undefined, from: string | undefined): Pick<OutwardSettings, 'smtp'> {
  if (!url && !from) return {}
  try {
    if (!url || !from) throw new Error('one of the two is missing')
    if (!/^smtps?:$/.test(new URL(url).protocol)) throw new Error('not smtp: or smtps:')
    if (!/^[^<>]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(from)) throw new Error('no sender address')
    return { smtp: { url, from } }
  } catch (fault) {
    throw new StartFault(
      '邮件设置用不上：GONGZHI_SMTP_URL（如 smtps://账号:密码@mail.example.cn）和 GONGZHI_MAIL_FROM（如 共治 <notice@example.cn>）要同时给出。',
      `GONGZHI_SMTP_URL and GONGZHI_MAIL_FROM must be given together and be readable (${reasonOf(fault)}).`,
    )
  }
}

const shortestSecret = 16

function readSms(url: string | undefined, secret: string | undefined): Pick<OutwardSettings, 'sms'> {
  if (!url && !secret) return {}
  try {
    if (!url || !secret) throw new Error('one of the two is missing')
    if (!/^https?:$/.test(new URL(url).protocol)) throw new Error('not http: or https:')
    if (secret.length < shortestSecret)
      throw new Error(`the secret has less than ${shortestSecret} characters`)
    return { sms: { url, secret } }
  } catch (fault) {
    throw new StartFault(
      `短信设置用不上：GONGZHI_SMS_URL（如 https://sms.example.gov.cn/send）和 GONGZHI_SMS_SECRET（至少 ${shortestSecret} 位）要同时给出。`,
      `GONGZHI_SMS_URL and GONGZHI_SMS_SECRET must be given together and be usable (${reasonOf(fault)}).`,
    )
  }
}

function readRange(text: string): [string, number] {
  const [, address = '', bits = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? []
  const most = { 4: 32, 6: 128 }[isIP(address)]
  if (most !== undefined && Number(bits) <= most) return [address, Number(bits)]
  throw new StartFault(
    `网段“${text}”不对：GONGZHI_WEBHOOK_NETWORKS 应写成 10.1.2.0/24 的样子，多个用逗号隔开。`,
    `GONGZHI_WEBHOOK_NETWORKS must hold ranges such as 10.1.2.0/24, not "${text}".`,
  )
}
