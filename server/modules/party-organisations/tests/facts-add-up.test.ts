import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rows } from '../../../platform/database/database.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { loadRulebook } from '../../../rulebook/load.ts'
import type { FactSource, RecordBehind } from '../../fact-source.ts'
import { facts as organisationFacts } from '../../organisations/facts/index.ts'
import { facts as partyFacts } from '../facts/index.ts'
import { askedOf } from './asked.ts'
import { generateCity } from './generated-city.ts'

const sources: FactSource[] = [...organisationFacts, ...partyFacts]
const rulebook = loadRulebook()
let app: TestApp

beforeAll(async () => {
  app = await testApp()
  await generateCity(app, { districts: 2, compoundsEach: 72, enterprises: 20 })
})
afterAll(() => app.close())

test('every fact that the rule-book says these modules compute is computed, and for the subjects it names', () => {
  const promised = Object.values(rulebook.facts).filter(
    (f) => f.provenance === 'computed' && f.module?.match(/^(party-)?organisations$/),
  )
  expect(sources.map((s) => s.fact).sort()).toEqual(promised.map((f) => f.id).sort())
  for (const source of sources)
    expect([...source.subjects].sort()).toEqual([...(rulebook.facts[source.fact]?.subjects ?? [])].sort())
})

describe('the records counted add up to the numerator, all of them to the denominator', () => {
  for (const source of sources)
    for (const kind of source.subjects)
      test(`${source.fact} of each ${kind}`, async () => {
        const over = askedOf(kind)
        const readings = await rows(app.database.db, source.readings(over))
        const behind = Map.groupBy(await rows(app.database.db, source.records(over)), (r) => r.subject_id)
        expect(readings.length).toBeGreaterThan(0)
        expect(new Set(readings.map((r) => r.subject_id)).size).toBe(readings.length)
        let said = 0
        for (const reading of readings) {
          const records: RecordBehind[] = behind.get(reading.subject_id) ?? []
          const counted = records.filter((r) => r.counted).length
          const top = reading.numerator ?? Number(reading.value)
          expect(counted, reading.subject_id).toBe(top)
          if (reading.denominator !== null)
            expect(records.length, reading.subject_id).toBe(reading.denominator)
          if (reading.not_applicable !== null)
            expect([reading.numerator, reading.denominator]).toEqual([0, 0])
          said += counted
        }
        // A fact that counts nothing anywhere would prove nothing.
        expect(said).toBeGreaterThan(0)
        // Heads whose status was not provided are shown, yet give no reading.
        const known = new Set(readings.map((r) => r.subject_id))
        if (source.fact !== 'head-party-standing')
          expect([...behind.keys()].filter((id) => !known.has(id))).toEqual([])
      })
})
