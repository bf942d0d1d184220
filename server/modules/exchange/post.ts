import { request as plainRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { AttemptFault } from '../../../contracts/exchange/words.ts'
import { type AddressGate, hostOf, RefusedAddress } from './address-gate.ts'

export interface PostOutcome {
  status: number | null
  /** NULL where the receiver took it. */
  fault: AttemptFault | null
  /** The beginning of what it answered. */
  answer: string
  milliseconds: number
}

export interface Posted {
  url: string
  headers: Record<string, string>
  body: string
  /** Until it is left; ten seconds where nothing is said. */
  patienceMs?: number
  /** Breaks it off. */
  signal?: AbortSignal | undefined
}

/** More of an answer is not read. */
const mostBytes = 2_000

class TimedOut extends Error {}

/** Sends one event. Never throws: what went wrong is the outcome. Redirects are not followed. */
export async function post(gate: AddressGate, posted: Posted): Promise<PostOutcome> {
  const began = performance.now()
  const outcome = await exchangeOnce(gate, posted).catch((fault: unknown) => ({
    status: null,
    fault: faultOf(fault),
    answer: '',
  }))
  return { ...outcome, milliseconds: Math.round(performance.now() - began) }
}

type Outcome = Omit<PostOutcome, 'milliseconds'>

function exchangeOnce(gate: AddressGate, posted: Posted): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { headers, body, signal, patienceMs = 10_000 } = posted
    const url = new URL(posted.url)
    // A literal address is never looked up, so the gate must be asked here.
    if (isIP(hostOf(url)) && !gate.takes(hostOf(url))) return reject(new RefusedAddress())
    const send = url.protocol === 'https:' ? tlsRequest : plainRequest
    const how = { method: 'POST', headers, lookup: gate.lookup, agent: false, ...(signal ? { signal } : {}) }
    const asked = send(url, how, (response) => {
      const { statusCode = 0 } = response
      const chunks: Buffer[] = []
      let bytes = 0
      const settle = () => {
        clearTimeout(timer)
        const answer = Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8')
        resolve({ status: statusCode, fault: faultOfStatus(statusCode), answer: printable(answer) })
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytes += chunk.length
        if (bytes < mostBytes) return
        settle()
        asked.destroy()
      })
      response.on('end', settle)
      response.on('error', reject)
    })
    const timer = setTimeout(() => asked.destroy(new TimedOut()), patienceMs)
    asked.on('error', (fault) => {
      clearTimeout(timer)
      reject(fault)
    })
    asked.end(body)
  })
}

function faultOfStatus(status: number): AttemptFault | null {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirect' : 'answer'
}

const tlsCodes = /^(ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_)/

function faultOf(fault: unknown): AttemptFault {
  if (fault instanceof RefusedAddress) return 'refused-address'
  if (fault instanceof TimedOut) return 'timeout'
  const { code = '' } = fault as { code?: string }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_FAIL') return 'no-such-host'
  return tlsCodes.test(code) ? 'tls' : 'no-connection'
}

/** What PostgreSQL cannot keep and a screen cannot show goes. */
const printable = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\t\n]/gu, ' ')
