import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { evaluationEvents, trialEvent } from '../../../../contracts/exchange/events.ts'
import { bodyOf } from '../actions/take-events.ts'
import { newSecret, signatureHeaders } from '../signature.ts'

const guide = readFileSync(
  fileURLToPath(new URL('../../../../docs/guides/events.md', import.meta.url)),
  'utf8',
)

type Check = (secret: string, headers: Record<string, string>, body: string) => boolean

/** The guide's own example, run as its reader would. */
async function exampleOfGuide(): Promise<Check> {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(guide) ?? []
  const file = join(mkdtempSync(join(tmpdir(), 'gongzhi-guide-')), 'check.mjs')
  writeFileSync(file, code)
  return ((await import(file)) as { isGenuine: Check }).isGenuine
}

test('the guide’s example tells our events from all others', async () => {
  const isGenuine = await exampleOfGuide()
  const secret = newSecret()
  const former = newSecret()
  const body = bodyOf('evaluation.result-final', '2026-11-23T01:00:00.000Z', { name: '示例花园（演示数据）' })
  const seconds = Math.floor(Date.now() / 1000)
  const headers = signatureHeaders({ id: 'e1', body, seconds, secrets: [secret, former] })
  expect(isGenuine(secret, headers, body)).toBe(true)
  expect(isGenuine(former, headers, body)).toBe(true)
  expect(isGenuine(newSecret(), headers, body)).toBe(false)
  expect(isGenuine(secret, headers, `${body} `)).toBe(false)
  expect(isGenuine(secret, { ...headers, 'webhook-id': 'e2' }, body)).toBe(false)
  const old = signatureHeaders({ id: 'e1', body, seconds: seconds - 600, secrets: [secret] })
  expect(isGenuine(secret, old, body)).toBe(false)
})

test.each([...evaluationEvents, trialEvent])(
  '$name: its example is what its schema allows, and nothing more is',
  (kind) => {
    expect(kind.data.parse(kind.example)).toEqual(kind.example)
    expect(kind.data.safeParse({ ...kind.example, grader: '某人' }).success).toBe(false)
  },
)
