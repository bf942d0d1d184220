import { existsSync, readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { one } from '../../../platform/database/database.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { attacks, relation } from './attacks.ts'
import * as made from './made-files.ts'
import { sendFile } from './sent-files.ts'

let app: TestApp
let grader: Person

beforeAll(async () => {
  app = await testApp()
  grader = await app.person({ role: 'evaluator', placeId: app.cityId })
})
afterAll(() => app.close())

describe('each bad file is refused in one sentence that says what to do', () => {
  test.each(attacks)('$title', async ({ bytes, name, says, status = 422 }) => {
    const { status: answered, body } = await sendFile(app, grader, { bytes: await bytes(), name })
    expect(body.detail).toMatch(says)
    expect(body.detail).toMatch(/请[^。]+。$/)
    expect(answered).toBe(status)
  })

  test('nothing of them was recorded or left on the disk', async () => {
    const { count } = await one(
      app.database.db,
      sql<{ count: number }>`SELECT count(*)::int AS count FROM documents.document`,
    )
    expect(count).toBe(0)
    expect(existsSync(`${app.dataFolder}/files`)).toBe(false)
    expect(readdirSync(`${app.dataFolder}/incoming`)).toEqual([])
  })
})

test('what merely looks suspicious is taken: pages that happen to hold the letters, a local template, an invoice’s XML', async () => {
  const letters = made.packedObjects('/JavaScript is what this page of text is about', '/Filter/FlateDecode')
  const plain = Buffer.from('8 0 obj\n<</Length 20>>\nstream\n/JS /Launch /Encrypt\nendstream\nendobj\n')
  const invoice =
    '7 0 obj\n<</Type/Filespec/EF<</F 8 0 R>>>>\nendobj\n6 0 obj\n<</Names[(x)]/EmbeddedFiles 7 0 R>>\nendobj\n'
  const template = made.wordWith([
    'word/_rels/settings.xml.rels',
    relation('file:///C:/Templates/Normal.dotm'),
  ])
  for (const [bytes, name] of [
    [made.pdf(letters, plain, invoice), '发票.pdf'],
    [template, '说明.docx'],
    [await made.wordFile(), '整改.docx'],
    [await made.excelFile(), '台账.xlsx'],
  ] as const) {
    const { status, body } = await sendFile(app, grader, { bytes, name })
    expect([body.detail, status, body.name]).toEqual([undefined, 200, name])
  }
})

test('a form without a file, a broken place and a time that is none are told by field', async () => {
  const none = await app.http.inject({
    method: 'POST',
    url: '/api/documents',
    headers: { 'x-gongzhi': '1', 'content-type': 'multipart/form-data; boundary=b' },
    cookies: { gongzhi_session: grader.token },
    payload: '--b--\r\n',
  })
  expect(none.json().detail).toContain('请选择要上传的文件')
  const bytes = await made.photo(40, 30)
  const says = async (fields: Record<string, string>) =>
    JSON.stringify((await sendFile(app, grader, { bytes, fields })).body)
  expect(await says({ latitude: '91', longitude: '3' })).toContain('纬度应在 -90 到 90 之间')
  expect(await says({ latitude: '40.6' })).toContain('经度和纬度要么都给出')
  expect(await says({ longitude: '东经', latitude: '1' })).toContain('经度应是数字')
  expect(await says({ takenAt: '昨天' })).toContain('拍摄时间应写成')
  expect(await says({ takenAt: '2027-01-01T00:00:00+08:00' })).toContain('请检查拍照设备的日期')
})

describe('awkward names come out clean, readable and with a true extension', () => {
  test.each([
    ['昆都仑区第3季度·现场检查（绿化）.JPG', '昆都仑区第3季度·现场检查（绿化）.JPG'],
    ['../../keys/keys.json.jpg', 'keys.json.jpg'],
    ['C:\\Users\\王\\照片.jpg', '照片.jpg'],
    ['/etc/passwd', 'passwd.jpg'],
    ['   .jpg', 'jpg.jpg'],
    ['..', '未命名.jpg'],
    ['CON.jpg', '_CON.jpg'],
    ['甲:乙*丙?.jpg', '甲_乙_丙_.jpg'],
    ['照\u0007片\u200b\u202e.jpg', '照片.jpg'],
    ['𠮷𠮷家园.jpg', '𠮷𠮷家园.jpg'],
    ['长'.repeat(300), `${'长'.repeat(80)}.jpg`],
  ])('%j', async (given, expected) => {
    const { status, body } = await sendFile(app, grader, { bytes: await made.photo(40, 30), name: given })
    expect([body.detail, status, body.name]).toEqual([undefined, 200, expected])
  })
})
