import { closeAccount, createAccount } from '../../contracts/accounts/staff.ts'
import type { Endpoint, Sent } from '../../contracts/endpoint.ts'
import { declareFact, evaluateRound, getRound, listRounds } from '../../contracts/evaluation/staff.ts'
import { createCompound, editCompound, getCompound } from '../../contracts/organisations/staff.ts'
import type { City } from '../city/city.ts'
import type { Person } from '../city/person.ts'
import { must, mustEqual, type Scenario } from '../scenario.ts'
import { newCompound } from './new-compound.ts'
import { communityCode, marker } from './places.ts'

const clicks = 50

/** Impatient people, and two people with one record. */
export const doubleClicks: Scenario = {
  name: 'double-clicks',
  title: '连点提交、两人同改一条',
  async once(city, time) {
    const name = marker('连点', time)
    const [bureau, colleague, administrator] = await Promise.all(
      ['city', 'city', 'authorisation-admin'].map((account) => city.person(account)),
    )
    must(bureau !== undefined && colleague !== undefined && administrator !== undefined, 'everybody signs in')
    const compound = newCompound(await communityCode(city, time + 2), name)
    const { id } = await clicked(city, bureau, name, createCompound, { body: compound })
    const account = `click.${Date.now().toString(36)}`
    const made = await clicked(city, administrator, account, createAccount, {
      body: { account, displayName: name, grants: [] },
    })
    await administrator.call(closeAccount, { params: { id: made.id }, body: { reason: '演练用' } })
    const place = (await bureau.call(getCompound, { params: { id } })).body.code
    const fact = {
      year: 2024,
      fact: '1-06',
      place,
      numerator: '3',
      denominator: '12',
      provenance: 'declared' as const,
    }
    await clicked(city, bureau, `${name} fact`, declareFact, { body: fact })
    await keyTakenElsewhere(bureau, compound, name)
    await onePass(bureau, name)
    await oneOfTwoWins([bureau, colleague], id)
    return { clicks: clicks * 3 }
  },
}

/** Fifty identical submissions at once: one record, one audit entry, fifty equal answers. */
async function clicked<E extends Endpoint>(
  city: City,
  person: Person,
  key: string,
  endpoint: E,
  sent: Partial<Sent<E>>,
): Promise<{ id: string }> {
  const replies = await Promise.all(Array.from({ length: clicks }, () => person.call(endpoint, sent, key)))
  const texts = [...new Set(replies.map((reply) => `${reply.status} ${reply.text}`))]
  must(
    texts.length === 1 && replies[0]?.status === 200,
    `${endpoint.path}: ${clicks} clicks, ${texts.length} answers: ${texts.join(' | ').slice(0, 400)}`,
  )
  const { id } = replies[0].body as { id: string }
  const trail = await city.sql('SELECT 1 FROM platform.audit_entry WHERE resource_id = $1', [id])
  mustEqual(trail.length, 1, `${endpoint.path}: one audit entry for ${clicks} clicks`)
  return { id }
}

async function keyTakenElsewhere(person: Person, compound: ReturnType<typeof newCompound>, key: string) {
  const other = await person.call(createCompound, { body: { ...compound, name: `${compound.name}另` } }, key)
  mustEqual(
    [other.status, other.code],
    [409, 'platform.key-reused'],
    'one key with other contents is refused',
  )
}

/** A pass asked for many times with one key is one pass, and ends well. */
async function onePass(person: Person, name: string) {
  const { rows } = (await person.call(listRounds)).body
  const params = { id: rows[0]?.id ?? '' }
  const ask = () => person.call(evaluateRound, { params, body: {} }, `${name} pass`)
  const replies = await Promise.all(Array.from({ length: 10 }, ask))
  mustEqual(new Set(replies.map((reply) => reply.text)).size, 1, 'one pass for ten clicks')
  await ended(person, params)
  // The lost answer of a pass that has long ended.
  mustEqual((await ask()).text, replies[0]?.text, 'the same answer later')
  await new Promise((later) => setTimeout(later, 300))
  mustEqual((await ended(person, params))?.failedBecause, null, 'the pass is shown as it ended')
}

async function ended(person: Person, params: { id: string }) {
  for (;;) {
    const { run } = (await person.call(getRound, { params })).body
    if (run?.finishedAt) return run
    await new Promise((later) => setTimeout(later, 30))
  }
}

/** Two people open the same record and both save: one is taken, the other is told. */
async function oneOfTwoWins(people: readonly Person[], id: string) {
  const { body } = await (people[0] as Person).call(getCompound, { params: { id } })
  const { version, type, managementMode, buildings, enclosure, renovatedOn, committeeImpossibleReason } = body
  const edit = {
    version,
    type,
    managementMode,
    buildings,
    enclosure,
    renovatedOn,
    committeeImpossibleReason,
    area: '60000',
  }
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      (people[n % people.length] as Person).call(editCompound, {
        params: { id },
        body: { ...edit, households: 601 + n },
      }),
    ),
  )
  const won = replies.flatMap((reply, n) => (reply.status === 200 ? [601 + n] : []))
  mustEqual(won.length, 1, 'exactly one of those who save the same version wins')
  const told = replies.filter((reply) => reply.status === 409 && reply.code === 'platform.changed-meanwhile')
  mustEqual(told.length, replies.length - 1, 'everybody else is told 409')
  const now = (await (people[0] as Person).call(getCompound, { params: { id } })).body
  mustEqual([now.households, now.version], [won[0], version + 1], 'the record is as the winner left it')
}
