import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as staff from '../../../../contracts/archives/staff.ts'
import { archiveLines, replay } from '../../evaluation/index.ts'
import { shippedEditions } from '../../../rulebook/load.ts'
import { exportedSheet } from '../../../platform/testing/exported.ts'
import { findArchive, unpackArchive } from '../index.ts'
import { type FinishedCity, finishedCity } from './finished-city.ts'

let finished: FinishedCity
beforeAll(async () => {
  finished = await finishedCity()
})
afterAll(() => finished.close())

const fileOf = (version: number) => `/api/archives/rounds/${finished.roundId}/archives/${version}/file`

async function* once(bytes: Buffer) {
  yield bytes
}

describe('6.8.2: a final result is frozen with edition, facts, grades and a hash', () => {
  test('auditor and bureau fetch the file; its hash is the one that is stated', async () => {
    const { people } = finished.city
    const { body } = await people.auditor.call(staff.getArchivedRound, { params: { id: finished.roundId } })
    const [archive] = body.archives
    expect(archive).toMatchObject({ version: 1, kind: 'final', reason: '' })
    expect(archive?.results).toBeGreaterThan(6)
    for (const person of [people.auditor, people.city]) {
      const { status, bytes } = await finished.fetch(fileOf(1), person)
      expect(status).toBe(200)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(archive?.sha256)
      expect(bytes.length).toBe(archive?.bytes)
    }
  })

  test('whoever is scored, or works in a part of it, does not get the readings of all', async () => {
    const { people } = finished.city
    for (const person of [people.firmA, people.committee, people.street])
      expect((await finished.fetch(fileOf(1), person)).status).toBe(403)
    expect((await finished.fetch(fileOf(1), people.district)).status).toBe(404)
    expect((await finished.fetch(fileOf(1))).status).toBe(401)
    expect((await finished.fetch(fileOf(2), people.auditor)).status).toBe(409)
  })

  test('scored again from the file alone it gives the same bytes; with one byte changed it does not open', async () => {
    const { bytes } = await finished.fetch(fileOf(1), finished.city.people.auditor)
    const { lines, sha256 } = await unpackArchive(once(bytes))
    const found = await replay(lines)
    expect(found).toMatchObject({ different: [], equal: found.results, found: found.stated })
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const broken = Buffer.from(bytes)
    broken[Math.floor(broken.length / 2)] = (broken[Math.floor(broken.length / 2)] ?? 0) ^ 0xff
    await expect(unpackArchive(once(broken))).rejects.toMatchObject({ code: 'archives.damaged' })
  })

  test('also after the rule-book has moved on: what was published since changes nothing in the archive', async () => {
    const { db } = finished.app.database
    const { shipped } = finished.app.engine.editions
    const [edition = ''] = Object.keys(shipped.rows)
    const without = (shipped.rows[edition]?.['A.1'] ?? []).map((row) => ({ ...row, points: '0' }))
    const rows = { ...shipped.rows, [edition]: { ...shipped.rows[edition], 'A.1': without } }
    const moved = shippedEditions({ ...shipped, rows })
    expect((await replay(archiveLines(db, moved, finished.roundId))).different.length).toBeGreaterThan(0)
    const archive = await findArchive(db, { roundId: finished.roundId })
    const { lines } = await unpackArchive(archive?.parts as AsyncIterable<Buffer>)
    expect((await replay(lines)).different).toEqual([])
  })

  test('the database itself refuses to change what is archived', async () => {
    const { pool } = finished.app.database
    for (const table of ['archive', 'archive_part', 'archived_result']) {
      await expect(pool.query(`DELETE FROM archives.${table}`)).rejects.toThrow('never changed')
      const column = table === 'archive_part' ? 'no' : 'sha256'
      await expect(pool.query(`UPDATE archives.${table} SET ${column} = ${column}`)).rejects.toThrow(
        'never changed',
      )
    }
  })

  test('evidence is listed with its hashes and leaves as a file', async () => {
    const query = { round: finished.roundId, version: 1 }
    const { status, body } = await finished.city.people.auditor.call(staff.listArchivedEvidence, {
      query,
    })
    expect([status, body.rows]).toEqual([200, []])
    const path = `/api/archives/evidence/export?round=${finished.roundId}&version=1`
    const sheet = await exportedSheet(finished.app, finished.city.people.auditor, path)
    expect(sheet.getRow(1).values).toContain('SHA-256')
  })
})

test('other systems hear of the publication and of every final result, with hashes that the archive bears out', async () => {
  const { roundId } = finished
  interface Event {
    name: string
    data: { hash: string; results?: number; subject?: { kind: string; code: string; uscc: string | null } }
  }
  const events = (await finished.events()) as Event[]
  const { body } = await finished.city.people.auditor.call(staff.getArchivedRound, {
    params: { id: roundId },
  })
  const published = events.find(({ name }) => name === 'evaluation.round-published')
  expect(published?.data).toMatchObject({ results: body.results, hash: body.archives[0]?.resultsSha256 })
  const final = events.filter(({ name }) => name === 'evaluation.result-final')
  expect(final).toHaveLength(body.results)
  const firm = final.find(({ data }) => data.subject?.kind === 'enterprise')
  expect(firm?.data.subject).toMatchObject({ code: '150203000000', uscc: expect.stringMatching(/^91/) })
})
