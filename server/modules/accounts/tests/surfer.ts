import type { Answer, Endpoint } from '../../../../contracts/endpoint.ts'

/** A browser as far as redirects and cookies go. */
export interface Surfer {
  /** Every address asked for. */
  visited: string[]
  /** Follows redirects. @returns the first address that leads no further, or the first of the path `until`, not asked for */
  surf(address: string, stop?: { until: string }): Promise<string>
  call<E extends Endpoint>(endpoint: E): Promise<{ status: number; body: Answer<E> }>
}

/** @param base the application's own address */
export function surfer(base: string): Surfer {
  const jars = new Map<string, Map<string, string>>()
  const visited: string[] = []
  async function ask(address: string, method = 'GET'): Promise<Response> {
    const { origin } = new URL(address)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'x-gongzhi': '1', accept: 'text/html', cookie }
    const answer = await fetch(address, { method, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  return {
    visited,
    async surf(address, stop) {
      let at = address
      for (let steps = 0; steps < 20; steps++) {
        if (stop && new URL(at).pathname === stop.until) return at
        visited.push(at)
        const answer = await ask(at)
        const next = answer.headers.get('location')
        await answer.arrayBuffer()
        if (!next) return at
        at = new URL(next, at).href
      }
      throw new Error(`no end of redirects: ${visited.slice(-4).join(' → ')}`)
    },
    async call(endpoint) {
      const answer = await ask(base + endpoint.path, endpoint.method)
      return { status: answer.status, body: await answer.json() }
    },
  }
}
