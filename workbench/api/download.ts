import type { Endpoint, Sent } from '../../contracts/endpoint.ts'
import type { Parts } from './address.ts'
import { send } from './client.ts'

/** The name the server gave the file (RFC 6266 filename* first, it alone carries Chinese), or the fallback. */
export function fileName(disposition: string | null, fallback: string): string {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (extended) return decodeURIComponent(extended)
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? fallback
}

/** Fetches a file (so that a refusal is a Problem, not a page of JSON) and hands it to the browser to keep. */
export async function download<E extends Endpoint>(
  endpoint: E,
  sent: Sent<E> & Parts,
  fallback: string,
): Promise<void> {
  const response = await send(endpoint, sent)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(response.headers.get('content-disposition'), fallback)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
