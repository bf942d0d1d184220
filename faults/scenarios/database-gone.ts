import { setTimeout as pause } from 'node:timers/promises'
import { evaluateRound, getRound, listRounds } from '../../contracts/evaluation/staff.ts'
import { createCompound, listCompounds } from '../../contracts/organisations/staff.ts'
import type { City } from '../city/city.ts'
import type { Person } from '../city/person.ts'
import { must, mustEqual, type Scenario, someTime } from '../scenario.ts'
import { verifyTrail } from './audit-trail.ts'
import { newCompound } from './new-compound.ts'
import { communityCode, marker } from './places.ts'

const recoveryMs = 20_000

/** The server's own PostgreSQL is ended under it, in the middle of reading, writing and computing. */
export const databaseGone: Scenario = {
  name: 'database-gone',
  title: '自带的数据库中途消失',
  once: disturbed,
}

/** The same with the PostgreSQL of DATABASE_URL, which somebody else starts again. */
export const outsideDatabaseGone: Scenario = {
  name: 'outside-database-gone',
  title: 'DATABASE_URL 的数据库中途消失',
  isOutside: true,
  once: disturbed,
}

async function disturbed(city: City, time: number): Promise<Record<string, number>> {
  const person = await city.person('city')
  const name = marker('断库', time)
  const community = await communityCode(city, time + 3)
  let isOver = false
  const answers = new Map<string, number>()
  const stop = () => (isOver = true)
  const traffic = Promise.all([
    reading(person, () => isOver, answers),
    writing(person, { community, name }, () => isOver),
  ])
  // Reported below, unless the reason shows before.
  traffic.catch(stop)
  try {
    await askForPass(person)
    await pause(someTime(400))
    await city.endDatabase()
    const seconds = await refusedAndBack(city, person)
    await pause(300)
    stop()
    const [, written] = await traffic
    const strange = [...answers].filter(([answer]) => !/^(200|503 platform\.busy)$/.test(answer))
    mustEqual(strange, [], 'readers meanwhile saw 200 or 503 and nothing else')
    const kept = await city.sql('SELECT 1 FROM organisations.place WHERE name LIKE $1', [`${name}%`])
    mustEqual(kept.length, written, 'every acknowledged write is there once, and nothing else')
    await passAgain(person)
    await verifyTrail(city)
    return { writes: written, 'seconds to recover': seconds }
  } finally {
    stop()
  }
}

/** @returns how many seconds after the database was back the first answer came */
async function refusedAndBack(city: City, person: Person): Promise<number> {
  const refusal = await refused(person)
  mustEqual([refusal.status, refusal.code], [503, 'platform.busy'], 'without a database the answer is 503')
  must(/[一-鿿]/.test(refusal.text), 'and says so in words')
  must(city.server.isRunning, `the server lives on: ${city.server.lastWords}`)
  await city.bringDatabaseBack()
  const from = performance.now()
  await recovered(city, person)
  return Math.round((performance.now() - from) / 100) / 10
}

/** Reads until told to stop, and counts the answers. */
async function reading(person: Person, isOver: () => boolean, answers: Map<string, number>): Promise<void> {
  while (!isOver()) {
    const { status, code } = await person.call(listCompounds)
    const answer = code ? `${status} ${code}` : String(status)
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    await pause(5)
  }
}

/** @returns how many writes were acknowledged */
async function writing(
  person: Person,
  { community, name }: { community: string; name: string },
  isOver: () => boolean,
): Promise<number> {
  let n = 0
  for (; !isOver(); n++) {
    const { status, text } = await person.insist(
      createCompound,
      { body: newCompound(community, `${name}${n}`) },
      `${name} ${n}`,
    )
    must(status === 200, `a write is taken once the database is back: ${text}`)
  }
  return n
}

/** The first answer that is not a success. */
async function refused(person: Person) {
  const giveUp = Date.now() + 5_000
  for (;;) {
    const reply = await person.call(listRounds)
    if (reply.status !== 200) return reply
    must(Date.now() < giveUp, 'the server still answers though its database is gone')
  }
}

async function recovered(city: City, person: Person): Promise<void> {
  const giveUp = Date.now() + recoveryMs
  while ((await person.call(listRounds)).status !== 200) {
    must(city.server.isRunning, `the server lives on: ${city.server.lastWords}`)
    must(Date.now() < giveUp, `the server still answers 503 ${recoveryMs / 1000} seconds later`)
    await pause(50)
  }
}

async function askForPass(person: Person): Promise<void> {
  const { rows } = (await person.call(listRounds)).body
  await person.call(evaluateRound, { params: { id: rows[0]?.id ?? '' }, body: {} })
}

/** A pass that broke off must not be in the way of the next. */
async function passAgain(person: Person): Promise<void> {
  const { rows } = (await person.call(listRounds)).body
  const params = { id: rows[0]?.id ?? '' }
  const giveUp = Date.now() + 30_000
  for (;;) {
    const { status, body } = await person.call(evaluateRound, { params, body: {} })
    while (status === 200) {
      const { run } = (await person.call(getRound, { params })).body
      if (run?.finishedAt && run.failedBecause === null && run.id === body.runId) return
      if (run?.finishedAt) break
      must(Date.now() < giveUp, 'a pass ends')
      await pause(30)
    }
    must(Date.now() < giveUp, 'a pass is possible again')
    await pause(100)
  }
}
