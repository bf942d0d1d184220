import type { Answer, Endpoint, Sent } from '../../contracts/endpoint.ts'
import { NoAnswer, readProblem } from './problem.ts'

interface Parts {
  params?: Record<string, string>
  query?: Record<string, string | number | undefined | null>
  body?: unknown
}

/** The address of a request: `:name` parts filled and escaped, query appended; empty values are left out. */
export function addressOf(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:([a-z]\w*)/gi, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
    ),
  ).toString()
  return asked === '' ? filled : `${filled}?${asked}`
}

/**
 * Calls a public endpoint. The contract gives types alone, so that no schema travels to the phone; the path comes from
 * the contract's words. @throws Problem when it is refused, NoAnswer when nothing of ours came back
 */
export async function ask<E extends Endpoint>(path: string, sent: Sent<E>): Promise<Answer<E>> {
  const parts = sent as Parts
  const isWrite = parts.body !== undefined
  const response = await fetch(addressOf(path, parts), {
    method: isWrite ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      // A header no foreign page may set without our leave: the guard against forged requests.
      ...(isWrite ? { 'x-gongzhi': '1', 'content-type': 'application/json' } : {}),
    },
    credentials: 'same-origin',
    ...(isWrite ? { body: JSON.stringify(parts.body) } : {}),
  }).catch(() => {
    throw new NoAnswer(0)
  })
  if (!response.ok) throw await readProblem(response)
  return response.json()
}
