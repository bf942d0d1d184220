import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../platform/problems/refusal.ts'
import { AddressGate } from '../address-gate.ts'
import { post } from '../post.ts'
import { receiver } from './receiver.ts'

const gate = new AddressGate({ networks: [], local: false })
const local = new AddressGate({ networks: [], local: true })
const networked = new AddressGate({ networks: [['10.1.2.0', 24]], local: false })

const refusal = (of: AddressGate, url: string) => {
  try {
    return of.readUrl(url).href
  } catch (fault) {
    return (fault as Refusal).code
  }
}

describe('addresses of receivers', () => {
  test.each([
    ['https://credit.example.cn/hook', 'https://credit.example.cn/hook'],
    ['https://8.8.8.8/', 'https://8.8.8.8/'],
    ['http://credit.example.cn/', 'exchange.url-not-https'],
    ['ftp://credit.example.cn/', 'exchange.url-unreadable'],
    ['file:///etc/passwd', 'exchange.url-unreadable'],
    ['credit.example.cn', 'exchange.url-unreadable'],
    ['https://user:word@credit.example.cn/', 'exchange.url-with-password'],
    ['https://localhost/', 'exchange.url-private'],
    ['https://db.internal/', 'exchange.url-private'],
    ['https://127.0.0.1/', 'exchange.url-private'],
    ['https://2130706433/', 'exchange.url-private'],
    ['https://0x7f.1/', 'exchange.url-private'],
    ['https://10.1.2.3/', 'exchange.url-private'],
    ['https://172.31.255.1/', 'exchange.url-private'],
    ['https://192.168.0.1/', 'exchange.url-private'],
    ['https://100.64.0.1/', 'exchange.url-private'],
    ['https://169.254.169.254/latest/meta-data', 'exchange.url-private'],
    ['https://0.0.0.0/', 'exchange.url-private'],
    ['https://[::1]/', 'exchange.url-private'],
    ['https://[::]/', 'exchange.url-private'],
    ['https://[::ffff:10.0.0.1]/', 'exchange.url-private'],
    ['https://[::ffff:127.0.0.1]/', 'exchange.url-private'],
    ['https://[fd00::1]/', 'exchange.url-private'],
    ['https://[fe80::1]/', 'exchange.url-private'],
    ['https://[64:ff9b::a00:1]/', 'exchange.url-private'],
    ['https://[2002:a00:1::]/', 'exchange.url-private'],
  ])('%s: %s', (url, expected) => {
    expect(refusal(gate, url)).toBe(expected)
  })

  test('this machine without TLS in the demonstration alone, and nothing else without TLS there either', () => {
    expect(refusal(local, 'http://127.0.0.1:9999/x')).toBe('http://127.0.0.1:9999/x')
    expect(refusal(local, 'http://127.0.0.2/')).toBe('exchange.url-not-https')
    expect(refusal(local, 'http://example.cn/')).toBe('exchange.url-not-https')
    expect(refusal(gate, 'http://127.0.0.1:9999/x')).toBe('exchange.url-not-https')
  })

  test('a private network that the operator named, and no other', () => {
    expect(refusal(networked, 'https://10.1.2.3/')).toBe('https://10.1.2.3/')
    expect(refusal(networked, 'https://10.1.3.3/')).toBe('exchange.url-private')
  })
})

test('a name is resolved when it is entered; one that nobody knows just now is left to the delivery', async () => {
  const inward = async () => [{ address: '8.8.8.8' }, { address: '10.0.0.5' }]
  const answered = new AddressGate({ networks: [], local: false }, inward)
  await expect(answered.check('https://credit.example.cn/')).rejects.toThrow('url-private')
  await gate.check('https://no-such-host.invalid/')
  await local.check('http://127.0.0.1:1/')
})

test('an address is checked again when it is connected to: a name that leads inside, or a literal that slipped in', async () => {
  const inside = await receiver()
  const sent = { headers: {}, body: '{}' }
  try {
    // As if the name had been public when it was entered, and its owner changed it since.
    const rebound = await post(gate, { ...sent, url: `http://localhost:${inside.port}/` })
    expect(rebound.fault).toBe('refused-address')
    expect((await post(gate, { ...sent, url: inside.url })).fault).toBe('refused-address')
    expect(inside.got).toEqual([])
    expect((await post(local, { ...sent, url: inside.url })).fault).toBeNull()
    expect((await post(gate, { ...sent, url: 'https://no-such-host.invalid/' })).fault).toBe('no-such-host')
  } finally {
    await inside.close()
  }
})
