import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount, listAccounts } from '../../../../contracts/accounts/staff.ts'
import { declareFact, getDeclaredFact, getRound, openRound } from '../../../../contracts/evaluation/staff.ts'
import {
  createBody,
  createCompound,
  getBody,
  getCompound,
  listCompounds,
} from '../../../../contracts/organisations/staff.ts'
import { unkeepable } from '../../../platform/http/unkeepable-text.ts'
import { awkwardTexts } from '../../../platform/spreadsheet/testing/awkward-texts.ts'
import { cityWithEverybody, type Everybody } from './city-with-everybody.ts'

let city: Everybody

beforeAll(async () => {
  city = await cityWithEverybody()
})
afterAll(() => city.app.close())

/** Trimmed, since the fields trim, and each once. */
const texts = (most: number, least = 1) =>
  [...new Set(awkwardTexts().map((text) => text.trim()))].filter(
    (text) => [...text].length >= least && text.length <= most && unkeepable(text) === undefined,
  )

const form = {
  community: '150203001001',
  validFrom: '2020-01-01',
  type: 'existing',
  managementMode: 'enterprise',
  households: 600,
  buildings: 10,
  area: '60000',
  enclosure: 'closed',
  renovatedOn: null,
  distinct: true,
} as const

test('names and reasons of compounds come back as they were typed: quotes, tags, formulas, statements, any script', async () => {
  const bureau = city.people['city-official']
  const names = texts(80).slice(0, 200)
  for (const name of names) {
    const made = await bureau.call(createCompound, {
      body: { ...form, name, committeeImpossibleReason: name },
    })
    expect([name, made.status]).toEqual([name, 200])
    const { body } = await bureau.call(getCompound, { params: { id: made.body.id } })
    expect([body.name, body.committeeImpossibleReason]).toEqual([name, name])
  }
  const kept = await city.app.database.pool.query<{ name: string }>(
    `SELECT name FROM organisations.place WHERE kind = 'compound'`,
  )
  expect(kept.rows.map((row) => row.name)).toEqual(expect.arrayContaining(names))
}, 60_000)

test('what is looked for is a text, never a pattern or a statement', async () => {
  const bureau = city.people['city-official']
  const named = async (name: string) =>
    bureau.call(createCompound, { body: { ...form, name, committeeImpossibleReason: null } })
  await named('五折%优惠苑')
  await named('下划_线苑')
  const found = async (text: string) =>
    (await bureau.call(listCompounds, { query: { text, limit: 200 } })).body.rows.map((row) => row.name)
  expect(await found('%优惠')).toEqual(['五折%优惠苑'])
  expect(await found('划_线')).toEqual(['下划_线苑'])
  expect(await found("' OR '1'='1")).toEqual([])
  expect(await found('五折_优惠苑')).toEqual([])
})

test('display names of accounts, notes and evidence of facts, names of bodies and rounds come back as they were typed', async () => {
  const administrator = city.people['authorisation-admin']
  const bureau = city.people['city-official']
  const place = (
    await city.app.database.pool.query(`SELECT code FROM organisations.place WHERE id = $1`, [
      city.known.compoundId,
    ])
  ).rows[0].code
  for (const [n, text] of texts(60, 2).slice(0, 60).entries()) {
    const account = `naughty.${n}`
    expect(
      (await administrator.call(createAccount, { body: { account, displayName: text, grants: [] } })).status,
    ).toBe(200)
    const listed = await administrator.call(listAccounts, { query: { text: account, limit: 200 } })
    expect(listed.body.rows.find((row) => row.account === account)?.displayName).toBe(text)
    const fact = await bureau.call(declareFact, {
      body: {
        year: 2026,
        fact: '1-06',
        place,
        numerator: '1',
        denominator: '12',
        provenance: 'declared',
        note: text,
        evidence: text,
        reason: '逐一登记',
      },
    })
    expect([text, fact.status]).toEqual([text, 200])
    const kept = (await bureau.call(getDeclaredFact, { params: { id: fact.body.id } })).body
    expect([kept.note, kept.evidence]).toEqual([text, text])
    const body = await bureau.call(createBody, {
      body: { kind: 'department', name: text, place: '150203000000', validFrom: '2020-01-01' },
    })
    expect([text, body.status]).toEqual([text, 200])
    expect((await bureau.call(getBody, { params: { id: body.body.id } })).body.name).toBe(text)
    const round = await bureau.call(openRound, {
      body: { year: 2025, name: text, placeId: city.app.cityId, again: true },
    })
    expect([text, round.status, JSON.stringify(round.body)]).toMatchObject([text, 200, expect.anything()])
    expect((await bureau.call(getRound, { params: { id: round.body.id } })).body.name).toBe(text)
  }
}, 120_000)
