import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '../../contracts/endpoint.ts'
import { downloadBadRows } from '../../contracts/imports/staff.ts'
import { exportProblemList } from '../../contracts/petitions/staff.ts'
import { type TestApp, testApp } from '../platform/testing/app.ts'

let app: TestApp
let endpoints: Endpoint[]

beforeAll(async () => {
  app = await testApp()
  endpoints = app.modules.flatMap((module) => module.routes.map(({ endpoint }) => endpoint))
})
afterAll(() => app.close())

/** Lists without a file of their own, and why. */
const exempt: Record<string, string> = {
  '/api/organisations/posts': 'persons: shown masked on the record they belong to, not carried off in bulk',
  '/api/organisations/staff': 'head counts, shown on the compound they belong to',
  '/api/notices/notices': 'messages to one person, each about a record that has a list of its own',
  '/api/publicity/public/rounds/:id/results':
    'leave as open data, with their dictionary: /api/archives/public/rounds/:id/results.csv',
  '/api/petitions/claims': `leave as the bureau's list of problems: ${exportProblemList.path}`,
  '/api/petitions/desk': 'what is to be done now; the claims themselves leave as the list of problems',
  '/api/petitions/supervision': 'what is to be done now; the claims themselves leave as the list of problems',
  '/api/petitions/statistics/claims':
    'the records behind one figure; the figures leave as a file of their own',
  '/api/imports/runs/:id/findings': `leave as the sheet to correct: ${downloadBadRows.path}`,
}

/** What a resident reads stays on his screen; officials and bodies carry lists away. */
const isList = ({ method, path, response }: Endpoint) =>
  method === 'GET' &&
  !path.startsWith('/api/petitions/public/') &&
  response instanceof z.ZodObject &&
  'rows' in response.shape &&
  'next' in response.shape

test('every list that is shown page by page leaves as a file too, under the same verb and the same filters', () => {
  const lists = endpoints.filter(isList)
  expect(lists.length).toBeGreaterThan(15)
  const wrong: string[] = []
  for (const list of lists) {
    const file = endpoints.find(({ path }) => path === `${list.path}/export`)
    if (list.path in exempt) {
      if (file) wrong.push(`${list.path} is exempt, yet has a file`)
      continue
    }
    const filters = (endpoint?: Endpoint) =>
      Object.keys(endpoint?.query instanceof z.ZodObject ? endpoint.query.shape : {})
        .filter((key) => key !== 'after' && key !== 'limit')
        .toSorted()
    if (file?.verb !== list.verb) wrong.push(`${list.path}: no file under ${list.verb}`)
    else if (filters(file).join() !== filters(list).join()) wrong.push(`${list.path}: filters differ`)
  }
  expect(wrong).toEqual([])
})
