import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '../../../../contracts/accounts/staff.ts'
import { openRound } from '../../../../contracts/evaluation/staff.ts'
import { type Role, roles } from '../../../../contracts/accounts/words.ts'
import { fillDemoCity } from '../../../../demo-city/fill/fill.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'

/** One side of the city: what lies there, and everybody who works there and nowhere else. */
export interface Side {
  /** Ids and codes that exist there, by the names that fields have on the wire. */
  known: Record<string, string>
  people: Record<Role, Person>
}

export interface TwoDistricts {
  app: TestApp
  home: Side
  abroad: Side
}

/** The demonstration city, in which every module has records, with every role held once in each of two districts. */
export async function twoDistricts(): Promise<TwoDistricts> {
  const app = await testApp()
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-demo-'))
  await fillDemoCity({
    app,
    size: 'small',
    accountsFile: join(folder, 'demo-accounts.json'),
    stopped: new AbortController().signal,
    report: () => undefined,
    say: () => undefined,
    accountsReady: () => undefined,
  })
  const { rows } = await app.database.pool.query<Record<string, string>>(sides)
  const [one, two] = rows
  if (!one || !two) throw new Error('the demonstration city has no two districts with firms and committees')
  const bureau = await app.person({ role: 'city-official', placeId: app.cityId })
  for (const { districtId = '', place } of [one, two])
    await bureau.call(openRound, { body: { year: 2026, name: `试评 ${place}`, placeId: districtId } })
  return { app, home: await peopled(app, one), abroad: await peopled(app, two) }
}

/** Districts with a compound that has a firm and a committee of its own; each firm serves nobody in the other district. */
const sides = `
  WITH at AS (
    SELECT DISTINCT ON (d.id) d.id AS "districtId", d.code AS place, c.id AS "compoundId", c.code AS "compoundCode",
      community.code AS community, s.provider_id AS "firmId", k.body_id AS "committeeId"
    FROM organisations.place d
    JOIN access.place_reach r ON r.ancestor_id = d.id
    JOIN organisations.place c ON c.id = r.place_id AND c.kind = 'compound'
    JOIN organisations.place community ON community.id = c.parent_id
    JOIN organisations.service_contract s ON s.compound_id = c.id
    JOIN organisations.committee k ON k.compound_id = c.id
    WHERE d.kind = 'district' AND NOT EXISTS (
      SELECT FROM organisations.service_contract other JOIN access.place_reach there ON there.place_id = other.compound_id
        JOIN organisations.place e ON e.id = there.ancestor_id AND e.kind = 'district'
      WHERE other.provider_id = s.provider_id AND e.id <> d.id)
    ORDER BY d.id, c.id)
  SELECT * FROM at ORDER BY place LIMIT 2`

async function peopled(app: TestApp, found: Record<string, string>): Promise<Side> {
  const { districtId = '', compoundId = '', firmId = '', committeeId = '' } = found
  const scopes: Partial<Record<Role, { placeId: string } | { bodyId: string }>> = {
    'project-head': { placeId: compoundId },
    enterprise: { bodyId: firmId },
    committee: { bodyId: committeeId },
  }
  const people: [Role, Person][] = []
  for (const role of roles)
    people.push([role, await app.person({ role, ...(scopes[role] ?? { placeId: districtId }) })])
  // An account is administered where its administrator is: each side has one of its own.
  const administrator = people.find(([role]) => role === 'authorisation-admin')?.[1]
  const account = `clerk.${found.place}`
  await administrator?.call(createAccount, { body: { account, displayName: '演示办事员', grants: [] } })
  return {
    known: { ...found, placeId: districtId, bodyId: firmId, parent: found.place ?? '' },
    people: Object.fromEntries(people) as Record<Role, Person>,
  }
}
