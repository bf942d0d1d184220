import { expect, test } from 'vitest'
import { testApp } from '../testing/app.ts'

test('the short address of a certificate leads to the public’s page for it, and to nowhere else', async () => {
  const app = await testApp()
  const at = async (url: string) => {
    const { statusCode, headers } = await app.http.inject({ url, headers: { accept: 'text/html' } })
    return [statusCode, headers.location]
  }
  expect(await at('/v/ABCD-1234')).toEqual([302, '/public/verify/ABCD-1234'])
  expect(await at('/v/..%2f..%2fevil')).toEqual([302, '/public/verify/..%2F..%2Fevil'])
  expect(await at('/v/%2F%2Fevil.example')).toEqual([302, '/public/verify/%2F%2Fevil.example'])
  await app.close()
})
