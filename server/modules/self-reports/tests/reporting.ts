import { sql } from 'kysely'
import * as contract from '../../../../contracts/self-reports/staff.ts'
import { rows } from '../../../platform/database/database.ts'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { type MovableClock, movableClock } from '../../../platform/clock/movable-clock.ts'
import { advanceTo, openAndScore, type SmallCity, smallCity } from '../../evaluation/testing/small-city.ts'

/** The small city in its self-report stage, which ends on 2026-04-13. */
export interface Reporting {
  app: TestApp
  clock: MovableClock
  city: SmallCity
  roundId: string
  /** The report about a subject, by the subject's name. */
  reportOf(name: string): string
  page(person: Person, name: string): Promise<Awaited<ReturnType<typeof readPage>>>
  save(person: Person, name: string, ...sent: Partial<contract.RowSent>[]): ReturnType<typeof sendRows>
}

const readPage = async (person: Person, id: string) =>
  (await person.call(contract.getReport, { params: { id } })).body

const sendRows = (person: Person, id: string, sent: Partial<contract.RowSent>[]) =>
  person.call(contract.saveRows, {
    params: { id },
    body: { rows: sent.map((one) => ({ row: '1-01', baseVersion: 0, stance: 'accept' as const, ...one })) },
  })

export async function reporting(): Promise<Reporting> {
  const clock = movableClock('2026-03-02T09:00:00+08:00')
  const app = await testApp({ clock })
  const city = await smallCity(app)
  const roundId = await openAndScore(app, city.people.city)
  await advanceTo(app, clock, { bureau: city.people.city, roundId }, 'self-report')
  const found = await rows(
    app.database.db,
    sql<{ id: string; name: string }>`SELECT r.id, s.name FROM self_reports.report r
      JOIN evaluation.subject s ON s.id = r.subject_id WHERE r.round_id = ${roundId}`,
  )
  const reportOf = (name: string) => found.find((one) => one.name === name)?.id ?? ''
  return {
    app,
    clock,
    city,
    roundId,
    reportOf,
    page: (person, name) => readPage(person, reportOf(name)),
    save: (person, name, ...sent) => sendRows(person, reportOf(name), sent),
  }
}
