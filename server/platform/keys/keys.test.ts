import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { scratchDatabase } from '../testing/scratch.ts'
import { proveKeys } from './key-proof.ts'
import { keyFileIn, openKeys, rotateKeys } from './keys.ts'

const freshFile = () => keyFileIn(mkdtempSync(join(tmpdir(), 'gongzhi-keys-')))

test('the key file is for its owner’s eyes only and holds no key in the clear text that it seals', () => {
  const file = freshFile()
  const keys = openKeys(file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const sealed = keys.seal('13800000000')
  expect(sealed).not.toContain('13800000000')
  expect(keys.seal('13800000000')).not.toBe(sealed)
  expect(keys.open(sealed)).toBe('13800000000')
})

test('after a rotation new texts use the new key, old ones stay readable, and look-ups and audit MACs stay', () => {
  const file = freshFile()
  const before = openKeys(file)
  const [sealed, print, mac] = [before.seal('旧文'), before.fingerprint('x'), before.mac('y')]
  expect(rotateKeys(file)).toBe('k2')
  const after = openKeys(file)
  expect(after.open(sealed)).toBe('旧文')
  expect(after.seal('新文')).toMatch(/^k2\./)
  expect([after.fingerprint('x'), after.mac('y')]).toEqual([print, mac])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).keys)).toEqual(['k1', 'k2'])
})

test('a changed sealed text is refused, not misread', () => {
  const keys = openKeys(freshFile())
  const sealed = keys.seal('演示')
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
  expect(() => keys.open(changed)).toThrow('unable to authenticate')
})

test('a server does not start on a database with a key file that is not the database’s', async () => {
  const scratch = await scratchDatabase()
  const { db, close } = openDatabase(scratch.appUrl, 1)
  const file = freshFile()
  const keys = openKeys(file)
  await proveKeys(db, keys, file)
  rotateKeys(file)
  await proveKeys(db, openKeys(file), file)
  await expect(proveKeys(db, openKeys(freshFile()), 'keys.json')).rejects.toThrow(
    '不是写入这个数据库的那一个',
  )
  await close()
  await scratch.drop()
})
