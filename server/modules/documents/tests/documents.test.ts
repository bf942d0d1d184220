import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDocument } from '../../../../contracts/documents/staff.ts'
import { rows } from '../../../platform/database/database.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { attachDocuments, detachDocuments, documentsOf } from '../index.ts'
import { StoredFiles } from '../storage/stored-files.ts'
import { DiskFiles } from '../../../platform/files/store/disk-files.ts'
import { sweep } from '../sweeping.ts'
import * as made from './made-files.ts'
import { fetchFile, sendFile } from './sent-files.ts'

let app: TestApp
let grader: Person
let other: Person
let auditor: Person

beforeAll(async () => {
  app = await testApp()
  grader = await app.person({ role: 'evaluator', placeId: app.cityId })
  other = await app.person({ role: 'evaluator', placeId: app.cityId })
  auditor = await app.person({ role: 'auditor', placeId: app.cityId })
})
afterAll(() => app.close())

const stored = () =>
  readdirSync(join(app.dataFolder, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
const attach = async (
  person: Person,
  ids: string[],
  recordId: string,
  placeId: string | null = app.cityId,
) => {
  const ctx = await person.ctx()
  return await ctx.db
    .transaction()
    .execute((trx) =>
      attachDocuments(trx, ctx, { ids, resource: 'test.record', recordId, placeId, bodyId: null }),
    )
}
const detach = async (person: Person, ids: string[], recordId: string) => {
  const ctx = await person.ctx()
  await ctx.db
    .transaction()
    .execute((trx) => detachDocuments(trx, ctx, { ids, resource: 'test.record', recordId }))
}
const sent = async (person = grader, bytes?: Buffer) =>
  (await sendFile(app, person, { bytes: bytes ?? (await made.photo()) })).body.id

describe('a photo', () => {
  test('is kept as it came, with its hash; when and where the device says it was taken stand beside it', async () => {
    const bytes = await made.photo()
    const fields = { takenAt: '2026-11-23T08:30:00+08:00', latitude: '40.6574', longitude: '109.8403' }
    const { status, body } = await sendFile(app, grader, { bytes, name: '现场照片.jpg', fields })
    expect([status, body]).toEqual([
      200,
      {
        id: expect.any(String),
        name: '现场照片.jpg',
        type: 'jpeg',
        size: bytes.length,
        width: 480,
        height: 640,
        takenAt: '2026-11-23T00:30:00.000Z',
        latitude: 40.6574,
        longitude: 109.8403,
        uploadedAt: '2026-11-23T01:00:00.000Z',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        attached: false,
        can: { 'documents.see-original': true },
      },
    ])
    const original = await fetchFile(app, grader, `/api/documents/${body.id}/original`)
    expect(original.bytes.equals(bytes)).toBe(true)
  })

  test('is shown to others upright and without a trace of the device or its place; the original only to owner and auditor', async () => {
    const bytes = await made.photo()
    expect((await sharp(bytes).metadata()).exif?.includes('SecretPhoneMaker')).toBe(true)
    const id = await sent(grader, bytes)
    await attach(grader, [id], uuid())
    for (const path of ['content', 'thumbnail']) {
      const shown = await fetchFile(app, other, `/api/documents/${id}/${path}`)
      const { format, exif, xmp, iptc, orientation, width, height } = await sharp(shown.bytes).metadata()
      expect([shown.status, format, exif, xmp, iptc, orientation]).toEqual([
        200,
        'jpeg',
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(shown.bytes.includes('SecretPhoneMaker')).toBe(false)
      expect(height).toBeGreaterThan(width)
      expect(shown.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': expect.stringMatching(/^inline; /),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      })
    }
    const originals = await Promise.all(
      [grader, other, auditor].map((person) => fetchFile(app, person, `/api/documents/${id}/original`)),
    )
    expect(originals.map((one) => one.status)).toEqual([200, 403, 200])
    expect(originals[2]?.headers['content-disposition']).toMatch(/^attachment; /)
    expect((await other.call(getDocument, { params: { id } })).body.can).toEqual({
      'documents.see-original': false,
    })
  })
})

test('a PDF leaves as it came, only ever to be kept, under its Chinese name', async () => {
  const bytes = made.pdf()
  const { body } = await sendFile(app, grader, { bytes, name: '整改 报告.pdf' })
  const { headers, bytes: got } = await fetchFile(app, grader, `/api/documents/${body.id}/content`)
  expect(got.equals(bytes)).toBe(true)
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('整改 报告.pdf')}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })
  const none = await fetchFile(app, grader, `/api/documents/${body.id}/thumbnail`)
  expect([none.status, none.bytes.toString()]).toEqual([404, expect.stringContaining('不是照片，没有缩略图')])
})

describe('a device that sends again', () => {
  test('the same id with the same bytes is one upload, also at once and with another key', async () => {
    const [id, bytes] = [uuid(), await made.photo()]
    const before = stored().length
    const answers = await Promise.all(
      ['k1', 'k1', 'k2', undefined].map((key) =>
        sendFile(app, grader, { id, bytes, ...(key ? { key } : {}) }),
      ),
    )
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(answers.map(() => [200, id]))
    expect(stored()).toHaveLength(before + 3)
  })

  test('the same id with other bytes, or from another person, is refused and changes nothing', async () => {
    const [id, bytes] = [uuid(), await made.photo()]
    await sendFile(app, grader, { id, bytes })
    const before = stored().length
    const foreign = await sendFile(app, other, { id, bytes })
    const changed = await sendFile(app, grader, { id, bytes: await made.photo(50, 40) })
    expect([foreign.status, changed.status]).toEqual([409, 409])
    expect(changed.body.detail).toBe(
      '这个文件编号已用于另一份文件，没有保存。请把文件“照片.jpg”移除后重新选择、上传。',
    )
    expect(stored()).toHaveLength(before)
    const kept = await fetchFile(app, grader, `/api/documents/${id}/original`)
    expect(kept.bytes.equals(bytes)).toBe(true)
  })
})

describe('attaching to a record', () => {
  test('gives the documents its place, in one list with the record; others of that place then see them', async () => {
    const ids = [await sent(), await sent()]
    const recordId = uuid()
    expect((await other.call(getDocument, { params: { id: ids[0] as string } })).status).toBe(404)
    await attach(grader, [...ids, ...ids], recordId)
    const listed = await documentsOf(app.database.db, 'test.record', [recordId, uuid()])
    expect(listed.map((one) => [one.recordId, one.id])).toEqual(ids.toSorted().map((id) => [recordId, id]))
    const seen = await other.call(getDocument, { params: { id: ids[0] as string } })
    expect([seen.status, seen.body.attached]).toEqual([200, true])
    const held = await rows(
      app.database.db,
      sql<{ place: string }>`SELECT d.place_id AS place FROM documents.published_document d
        JOIN documents.published_attachment a ON a.document_id = d.id WHERE a.record_id = ${recordId}`,
    )
    expect(held).toEqual([{ place: app.cityId }, { place: app.cityId }])
  })

  test('several records of one place may hold it; a record of another place, a stranger’s or an unknown one is refused', async () => {
    const [id, first] = [await sent(), uuid()]
    await attach(grader, [id], first)
    await attach(grader, [id], uuid())
    await expect(attach(grader, [id], uuid(), null)).rejects.toMatchObject({
      zh: expect.stringContaining('已用于另一个对象'),
    })
    await expect(attach(other, [id], uuid())).rejects.toMatchObject({
      zh: expect.stringContaining('有 1 份附件已找不到'),
    })
    await expect(attach(grader, [uuid(), await sent(other)], uuid())).rejects.toMatchObject({
      zh: expect.stringContaining('有 2 份附件已找不到'),
    })
    // A colleague who saves the same record again keeps what it holds.
    await attach(other, [id], first)
  })

  test('what the last record lets go of is its uploader’s alone again', async () => {
    const [id, one, two] = [await sent(), uuid(), uuid()]
    await attach(grader, [id], one)
    await attach(grader, [id], two)
    await detach(grader, [id], one)
    expect((await other.call(getDocument, { params: { id } })).status).toBe(200)
    await detach(grader, [id], two)
    expect((await other.call(getDocument, { params: { id } })).status).toBe(404)
    expect((await grader.call(getDocument, { params: { id } })).body.attached).toBe(false)
  })

  test('two submissions that attach each other’s order of files do not wait for each other for ever', async () => {
    const ids = [await sent(), await sent(), await sent()]
    const done = await Promise.all(
      Array.from({ length: 8 }, (_, i) => attach(grader, i % 2 ? ids : ids.toReversed(), uuid())),
    )
    expect(done).toHaveLength(8)
  })
})

test('after a day what no record holds goes, with its files, and so do files that no document knows; the rest stays', async () => {
  const store = new DiskFiles(join(app.dataFolder, 'files'))
  const means = { files: new StoredFiles(store), incoming: join(app.dataFolder, 'incoming') }
  const kept = await sent()
  await attach(grader, [kept], uuid())
  const loose = await sent()
  const orphan = uuid()
  await store.put(`${orphan}.preview`, Buffer.from('left by a kill'))
  await sweep(app.database.db, means, app.context.clock.now())
  expect((await grader.call(getDocument, { params: { id: loose } })).status).toBe(200)
  expect(stored()).toContain(`${orphan}.preview`)
  // By the wall clock, since that is what files bear.
  const now = Math.max(Date.now(), app.context.clock.now().getTime())
  await sweep(app.database.db, means, new Date(now + 25 * 3_600_000))
  expect((await grader.call(getDocument, { params: { id: loose } })).status).toBe(404)
  await expect(attach(grader, [loose], uuid())).rejects.toThrow('unknown')
  expect(stored()).not.toContain(`${orphan}.preview`)
  const left = await rows(
    app.database.db,
    sql<{ key: string }>`SELECT file_key AS key FROM documents.document`,
  )
  expect(
    stored()
      .filter((name) => name.length === 36)
      .sort(),
  ).toEqual(left.map((row) => row.key).sort())
  const held = await fetchFile(app, grader, `/api/documents/${kept}/content`)
  expect(held.status).toBe(200)
})

test('a lost file is told as lost, not as a fault of ours', async () => {
  const id = await sent()
  const [row] = await rows(
    app.database.db,
    sql<{ key: string }>`SELECT file_key AS key FROM documents.document WHERE id = ${id}`,
  )
  await new DiskFiles(join(app.dataFolder, 'files')).remove(String(row?.key))
  const gone = await fetchFile(app, grader, `/api/documents/${id}/original`)
  expect([gone.status, gone.bytes.toString()]).toEqual([410, expect.stringContaining('请告诉系统管理员')])
})

test('who only reads may not upload; four hundred uploads without a submission are enough', async () => {
  const reading = await sendFile(app, auditor, { bytes: await made.photo(40, 30) })
  expect([reading.status, reading.body.code]).toEqual([403, 'platform.not-allowed'])
  const many = await app.person({ role: 'committee', placeId: app.cityId })
  await sql`INSERT INTO documents.document (id, file_key, name, type, size, sha256, uploaded_by, uploaded_at, loose_since)
    SELECT gen_random_uuid(), gen_random_uuid(), '甲', 'pdf', 1, repeat('a', 64), ${many.id}, now(), now()
    FROM generate_series(1, 400)`.execute(app.database.db)
  const full = await sendFile(app, many, { bytes: await made.photo(40, 30) })
  expect([full.status, full.body.detail]).toEqual([429, expect.stringContaining('400 份还没有提交的文件')])
})
