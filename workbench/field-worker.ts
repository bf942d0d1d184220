/**
 * The service worker of /field and of nothing else: its page and all that the page is made of lie on the device, so that
 * it opens without a network. What is sent and asked never goes through here.
 */

/** Written in by the build: everything that /field is made of, and a name for just this set. */
declare const GONGZHI_FIELD_FILES: string[]
declare const GONGZHI_FIELD_VERSION: string

/** Of a worker's global scope what is used here; the page's types know no workers. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', heard: (event: Lasting) => void): void
  addEventListener(type: 'fetch', heard: (event: Asked) => void): void
  addEventListener(type: 'message', heard: (event: MessageEvent<unknown>) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Asked {
  request: Request
  respondWith(answer: Promise<Response>): void
}

const scope = self as unknown as WorkerScope
const prefix = 'gongzhi-field-'
const cacheName = `${prefix}${GONGZHI_FIELD_VERSION}`
const shell = '/index.html'
const files = new Set([shell, ...GONGZHI_FIELD_FILES])

async function lay(): Promise<void> {
  const cache = await caches.open(cacheName)
  // Past the browser's own cache, which may hold a page of the version before.
  await cache.addAll([...files].map((path) => new Request(path, { cache: 'reload' })))
}

async function clearOld(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await scope.clients.claim()
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  return (await cache.match(path)) ?? (await fetch(request))
}

const isField = (path: string): boolean => path === '/field' || path.startsWith('/field/')

scope.addEventListener('install', (event) => event.waitUntil(lay()))
scope.addEventListener('activate', (event) => event.waitUntil(clearOld()))
// A new version waits until the person says so: nobody's page changes in the middle of a grade.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting()
})
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (isField(pathname)) event.respondWith(kept(shell, request))
  } else if (files.has(pathname)) event.respondWith(kept(pathname, request))
})
