import { lookup } from 'node:dns'
import { lookup as lookUp } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { refuse } from './problems.ts'

/**
 * Ranges that lead into the own network, to the machine itself or to nobody (IANA special-purpose registries).
 * An IPv4 address in IPv6's dress (::ffff:10.0.0.1) is held against the IPv4 ranges by BlockList itself.
 */
const special: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

function blockListOf(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of ranges) list.addSubnet(address, bits, familyOf(address))
  return list
}

export interface GateOptions {
  /** Private ranges in which receivers stand, by the operator's word. */
  networks: readonly (readonly [string, number])[]
  /** Receivers on this machine itself, without TLS: the demonstration and tests. */
  local: boolean
}

const loopback = '127.0.0.1'
/** How long a person who enters an address waits for its name. */
const patienceMs = 2_000

type Resolve = (host: string) => Promise<{ address: string }[]>
const resolveAll: Resolve = (host) => lookUp(host, { all: true })

/** Where events may go. A receiver's address is checked when it is entered, and again each time it is connected to. */
export class AddressGate {
  readonly #refused = blockListOf(special)
  readonly #networks: BlockList
  readonly #local: boolean
  readonly #resolve: Resolve

  constructor({ networks, local }: GateOptions, resolve: Resolve = resolveAll) {
    this.#resolve = resolve
    this.#networks = blockListOf(networks)
    this.#local = local
  }

  /** Whether an IP address may be connected to. */
  takes(address: string): boolean {
    if (this.#local && address === loopback) return true
    const family = familyOf(address)
    return this.#networks.check(address, family) || !this.#refused.check(address, family)
  }

  /** @throws in words, when events cannot go to this address */
  readUrl(text: string): URL {
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
      throw refuse('url-unreadable', {}, { field: 'url' })
    if (url.username || url.password) throw refuse('url-with-password', {}, { field: 'url' })
    const host = hostOf(url)
    if (url.protocol !== 'https:' && !(this.#local && host === loopback))
      throw refuse('url-not-https', {}, { field: 'url' })
    const isLocalName = /(^|\.)(localhost|local|internal)\.?$/i.test(host)
    if (isIP(host) ? !this.takes(host) : isLocalName) throw refuse('url-private', {}, { field: 'url' })
    return url
  }

  /**
   * The same, and its name resolved, so that who enters it hears at once. A name that cannot be resolved just now is
   * taken: the delivery will tell. @throws in words
   */
  async check(text: string): Promise<void> {
    const host = hostOf(this.readUrl(text))
    const unknown = new Promise<[]>((resolve) => setTimeout(resolve, patienceMs, []).unref())
    const found = await Promise.race([this.#resolve(host).catch(() => []), unknown])
    if (!found.every(({ address }) => this.takes(address))) throw refuse('url-private', {}, { field: 'url' })
  }

  /**
   * For the connection itself: resolves a name and refuses it where any of its addresses is private, so that a name
   * that has changed its address since leads nowhere either.
   */
  readonly lookup: LookupFunction = (host, options, done) => {
    lookup(host, { ...options, all: true }, (fault, found) => {
      if (fault) return done(fault, '')
      if (!found.every(({ address }) => this.takes(address))) return done(new RefusedAddress(), '')
      const [first] = found
      if (options.all) return done(null, found)
      return done(null, first?.address ?? '', first?.family)
    })
  }
}

export class RefusedAddress extends Error {}

/** IPv6 addresses stand in brackets in a URL. */
export const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')
