import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { serveSites } from './sites.ts'

test('a page is asked for anew each time, the files it names are kept for a year', async () => {
  const dist = await mkdtemp(join(tmpdir(), 'gongzhi-sites-'))
  for (const site of ['workbench', 'resident']) {
    await mkdir(join(dist, site, 'assets'), { recursive: true })
    await writeFile(join(dist, site, 'index.html'), '<!doctype html>')
    await writeFile(join(dist, site, 'assets', 'app-1a2b.js'), '')
    await writeFile(join(dist, site, 'worker.js'), '')
  }
  const app = Fastify()
  await serveSites(app, dist)
  const kept = async (url: string) =>
    (await app.inject({ url, headers: { accept: 'text/html' } })).headers['cache-control']
  for (const page of ['/', '/index.html', '/worker.js', '/evaluation/rounds', '/public/', '/public/results'])
    expect([page, await kept(page)]).toEqual([page, 'no-cache'])
  for (const file of ['/assets/app-1a2b.js', '/public/assets/app-1a2b.js'])
    expect(await kept(file)).toBe('public, max-age=31536000, immutable')
  await app.close()
  await rm(dist, { recursive: true })
})
