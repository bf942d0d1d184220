import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from '../../../../contracts/documents/staff.ts'
import { S3Files } from '../../../platform/files/store/s3-files.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { type S3Server, s3Server } from '../../../platform/testing/s3-server.ts'
import * as made from './made-files.ts'
import { fetchFile, sendFile } from './sent-files.ts'

let bucket: S3Server
let app: TestApp
let grader: Person

beforeAll(async () => {
  bucket = await s3Server()
  app = await testApp({ settings: { files: new S3Files(bucket.settings) } })
  grader = await app.person({ role: 'evaluator', placeId: app.cityId })
})
afterAll(async () => {
  await app.close()
  await bucket.remove()
})

test('with a bucket the bytes go there and come back the same', async () => {
  const bytes = await made.photo()
  const { status, body } = await sendFile(app, grader, { bytes })
  expect(status).toBe(200)
  const original = await fetchFile(app, grader, `/api/documents/${body.id}/original`)
  const shown = await fetchFile(app, grader, `/api/documents/${body.id}/thumbnail`)
  expect(original.bytes.equals(bytes)).toBe(true)
  expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg'])
})

test('while the bucket is away nothing is recorded and the answer says so; sent again later it is one upload', async () => {
  const [id, bytes] = [uuid(), await made.photo(50, 40)]
  const earlier = await sendFile(app, grader, { bytes: made.pdf(), name: '合同.pdf' })
  await bucket.stop()
  const refused = await sendFile(app, grader, { id, bytes })
  expect([refused.status, refused.body.detail]).toEqual([503, expect.stringContaining('没有保存任何内容')])
  expect((await grader.call(getDocument, { params: { id } })).status).toBe(404)
  expect((await fetchFile(app, grader, `/api/documents/${earlier.body.id}/content`)).status).toBe(503)
  await bucket.start()
  const again = await sendFile(app, grader, { id, bytes })
  expect([again.status, again.body.id]).toEqual([200, id])
  expect((await fetchFile(app, grader, `/api/documents/${earlier.body.id}/content`)).status).toBe(200)
})
