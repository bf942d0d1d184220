import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { Policy } from '../../../access/policy.ts'
import { openDatabase } from '../../../platform/database/database.ts'
import { openKeys } from '../../../platform/keys/keys.ts'
import { movedClock } from '../../../platform/testing/moved-clock.ts'
import { scratchDatabase } from '../../../platform/testing/scratch.ts'
import { deliverDue } from '../actions/deliver-due.ts'
import { AddressGate } from '../address-gate.ts'
import { newSecret } from '../signature.ts'
import { fanOut } from '../storage/events.ts'
import { insertSubscription } from '../storage/subscriptions.ts'
import { receiver } from './receiver.ts'

const oneRound = fileURLToPath(new URL('one-round.ts', import.meta.url))

test('killed after the receiver took an event and before that was marked: it goes again with the same id, none is lost', async () => {
  const scratch = await scratchDatabase()
  const database = openDatabase(scratch.appUrl, 4)
  const keyFile = join(mkdtempSync(join(tmpdir(), 'gongzhi-keys-')), 'keys.json')
  const keys = openKeys(keyFile)
  const credit = await receiver()
  const clock = movedClock(new Date().toISOString())
  const at = clock.now().toISOString()
  try {
    const form = { name: '信用平台', url: credit.url, events: ['evaluation.result-final'] }
    await insertSubscription(database.db, { ...form, secretSealed: keys.seal(newSecret()), at, by: null })
    const events = [1, 2, 3].map((rank) => ({
      id: uuid(),
      name: 'evaluation.result-final',
      at,
      body: JSON.stringify({ rank }),
    }))
    await database.db.transaction().execute((trx) => fanOut(trx, events, at))
    const child = spawn(process.execPath, [oneRound, scratch.appUrl, keyFile], { stdio: 'inherit' })
    // The first has been taken, the second has arrived and is not answered yet when the worker dies.
    credit.answer((response) => {
      if (credit.got.length === 1) response.writeHead(204).end()
      else child.kill('SIGKILL')
    })
    await once(child, 'exit')
    const [first, second, third] = events.map(({ id }) => id)
    const arrived = () => credit.got.map(({ id }) => id)
    expect(arrived()).toEqual([first, second])
    const states = async () =>
      (await database.pool.query(`SELECT state FROM exchange.delivery ORDER BY id`)).rows.map(
        (row) => row.state,
      )
    expect(await states()).toEqual(['delivered', 'waiting', 'waiting'])
    credit.answer((response) => response.writeHead(204).end())
    const context = { db: database.db, keys, clock, policy: new Policy([]) }
    const gate = new AddressGate({ networks: [], local: true })
    await deliverDue(context, gate)
    expect(arrived()).toEqual([first, second])
    clock.moveBy(2 / 60)
    await deliverDue(context, gate)
    expect(arrived()).toEqual([first, second, second, third])
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered'])
  } finally {
    await credit.close()
    await database.close()
    await scratch.drop()
  }
}, 60_000)
