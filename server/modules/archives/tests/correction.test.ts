import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCertificate, listOpenRounds } from '../../../../contracts/archives/public.ts'
import * as staff from '../../../../contracts/archives/staff.ts'
import { amendScores, replay } from '../../evaluation/index.ts'
import { publish } from '../../publicity/index.ts'
import type { StageRound } from '../../stage-room.ts'
import { findArchive, unpackArchive, whenCorrected } from '../index.ts'
import { type FinishedCity, finishedCity, morningAfter, travel } from './finished-city.ts'

let finished: FinishedCity
let first: { id: string; code: string }
beforeAll(async () => {
  finished = await finishedCity()
  first = await noticeOf('阳光小区')
  await travel(finished.app, finished.clock, morningAfter(finished.clock.today()))
  await correct('复核发现漏计十二次党建联席会议')
})
afterAll(() => finished.close())

async function noticeOf(name: string) {
  const params = { id: finished.roundId, subjectId: await finished.subject(name) }
  const { body } = await finished.city.people.city.call(staff.getSubjectPapers, { params })
  return body.papers[0] as { id: string; code: string }
}

/** What the module that corrects does in its own transaction. */
async function correct(reason: string) {
  const { app, roundId, city } = finished
  const found = await app.database.pool.query<StageRound>(
    `SELECT id, year, name, edition, place_id AS "placeId", period_from AS "from", period_to AS "to", current_run AS "currentRun"
      FROM evaluation.round WHERE id = $1`,
    [roundId],
  )
  const round = { ...(found.rows[0] as StageRound), dueOn: null }
  const subjectId = await finished.subject('阳光小区')
  const reading = {
    numerator: '12',
    denominator: '12',
    value: null,
    named: null,
    notApplicable: null,
    incident: '',
  }
  await app.database.db.transaction().execute(async (db) => {
    const ctx = { ...(await city.people.city.ctx()), db }
    const amendments = [{ subjectId, fact: 'monthly-joint-meetings', reading, reason }]
    await amendScores(ctx, app.engine, {
      roundId,
      amendments,
      basis: { resource: 'publicity.correction', id: roundId },
    })
    await publish(ctx, app.engine.editions, round, { kind: 'correction', note: reason })
    const told = await whenCorrected(app.engine.editions)(ctx, round, reason)
    const { recordOutbox } = await import('../../../access/tell.ts')
    await recordOutbox(db, app.context.keys, app.context.clock.now().toISOString(), told)
  })
}

test('A.1.4: a correction gets an archive of its own beside the first; both replay', async () => {
  const { db } = finished.app.database
  const { body } = await finished.city.people.auditor.call(staff.getArchivedRound, {
    params: { id: finished.roundId },
  })
  expect(body.archives).toMatchObject([
    { version: 2, kind: 'correction', reason: '复核发现漏计十二次党建联席会议' },
    { version: 1, kind: 'final' },
  ])
  expect(body.archives[0]?.sha256).not.toBe(body.archives[1]?.sha256)
  for (const version of [1, 2]) {
    const archive = await findArchive(db, { roundId: finished.roundId, version })
    const { lines } = await unpackArchive(archive?.parts as AsyncIterable<Buffer>)
    expect(await replay(lines)).toMatchObject({ different: [] })
  }
})

test('the paper of before holds no longer, and says so to whoever checks it; the new one holds', async () => {
  const ask = (code: string) =>
    finished.city.people.firmA.call(getCertificate, { params: { code } }).then(({ body }) => body)
  const second = await noticeOf('阳光小区')
  expect(second.code).not.toBe(first.code)
  expect(await ask(first.code)).toMatchObject({ state: 'replaced' })
  expect(await ask(second.code)).toMatchObject({ state: 'valid' })
  const { bytes } = await finished.fetch(`/api/archives/papers/${second.id}`, finished.city.people.firmB)
  const { readPdf } = await import('../../../platform/testing/read-pdf.ts')
  expect((await readPdf(bytes))[0]?.text).toContain(`编号${first.code}的通知书同时失效`)
})

test('what did not change keeps its paper', async () => {
  const { body } = await finished.city.people.city.call(staff.listCertificates, {
    query: { round: finished.roundId, state: 'replaced' },
  })
  const replaced = new Set(body.rows.map((row) => row.subjectName))
  expect(replaced).toContain('阳光小区')
  expect(replaced).not.toContain('昆都仑区')
})

test('other systems hear of what changed, with the hash of both; why stays in the archive', async () => {
  const events = await finished.events()
  const corrected = events.filter(({ name }) => name === 'evaluation.result-corrected')
  interface Corrected {
    subject: { name: string }
    hash: string
    total: string
    replaces: { hash: string; total: string }
  }
  const own = corrected
    .map(({ data }) => data as Corrected)
    .find(({ subject }) => subject.name === '阳光小区')
  expect(own?.replaces.hash).not.toBe(own?.hash)
  expect(Number(own?.total)).toBeGreaterThan(Number(own?.replaces.total))
  expect(corrected.length).toBeLessThan(8)
  expect(JSON.stringify(events)).not.toContain('漏计')
})

test('open data shows the corrected version', async () => {
  const { body } = await finished.city.people.city.call(listOpenRounds)
  expect(body.rounds).toMatchObject([{ id: finished.roundId, kind: 'correction', version: 3 }])
})
