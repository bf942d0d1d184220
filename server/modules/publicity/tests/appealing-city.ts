import { randomUUID } from 'node:crypto'
import { fileAppeal, getAppealable, listOwnResults } from '../../../../contracts/publicity/appeals.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { sendFile } from '../../documents/tests/sent-files.ts'
import { advanceTo } from '../../evaluation/testing/small-city.ts'
import { type ModeratedCity, moderatedCity, proved } from '../../moderation/tests/moderated-city.ts'

/** A graded and moderated small city whose results lie open. */
export async function appealingCity(): Promise<ModeratedCity> {
  const town = await moderatedCity()
  await town.app.database.pool.query(
    `INSERT INTO exchange.subscription (id, name, url, events, state, secret_sealed, created_at)
      VALUES (gen_random_uuid(), '信用平台（演示）', 'https://127.0.0.1:9/', $1, 'active', $2, now())`,
    [['evaluation.appeal-decided', 'evaluation.result-corrected'], town.app.context.keys.seal('whsec_test')],
  )
  await advanceTo(town.app, town.clock, town, 'publicity')
  return town
}

/** What left for other systems under a name, once the outbox is empty. */
export async function eventsOf({ app }: ModeratedCity, name: string): Promise<unknown[]> {
  const { pool } = app.database
  while ((await pool.query('SELECT FROM platform.outbox WHERE fault IS NULL')).rowCount)
    await new Promise((next) => setTimeout(next, 50))
  const { rows } = await pool.query<{ body: string }>(
    'SELECT body FROM exchange.event WHERE name = $1 ORDER BY id',
    [name],
  )
  return rows.map(({ body }) => (JSON.parse(body) as { data: unknown }).data)
}

export const cityOfficial = async (town: ModeratedCity): Promise<Person> =>
  await proved(town, await town.app.person({ role: 'city-official', placeId: town.app.cityId }))

/** What a firm may appeal against, by the subject's name. */
export async function ownResult(person: Person, name: string) {
  const { body } = await person.call(listOwnResults)
  const found = body.results.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not theirs: ${JSON.stringify(body)}`)
  return found
}

/** Rows by rubric, of which one may be raised or lowered freely. */
export async function gradedRows(person: Person, subjectId: string): Promise<string[]> {
  const { body } = await person.call(getAppealable, { params: { id: subjectId } })
  return body.rows.filter(({ shape, decidable }) => shape === 'grade' && decidable).map(({ id }) => id)
}

export const appealOn = (subjectId: string, indicators: readonly string[], over: object = {}) => ({
  id: randomUUID(),
  subjectId,
  rows: indicators.map((indicator) => ({ indicator, reason: '现场检查时间与记录不符，附当日照片和签到表' })),
  documentIds: [] as string[],
  ...over,
})

export async function file(
  person: Person,
  subjectId: string,
  indicators: readonly string[],
  over: object = {},
) {
  return await person.call(fileAppeal, { body: appealOn(subjectId, indicators, over) })
}

/** One page, as a scanner makes them. */
export async function evidenceOf(town: ModeratedCity, person: Person): Promise<string> {
  const bytes = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
  const sent = await sendFile(town.app, person, { bytes, name: '签到表.pdf' })
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body))
  return sent.body.id
}
