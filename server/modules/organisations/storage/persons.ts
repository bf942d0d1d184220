import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Context } from '../../../access/context.ts'
import { type Db, one, rows } from '../../../platform/database/database.ts'
import { maskMobile } from '../../../values/phone.ts'
import { maskName } from '../rules/masks.ts'

/** Somebody as a sheet names them; the phone, where given, as its 11 digits. */
export interface PersonNamed {
  name: string
  phone: string | null
  bodyId: string | null
}

interface Printed extends PersonNamed {
  namePrint: string
  phonePrint: string | null
}

/**
 * The persons meant, found by fingerprint or added sealed. Name and phone together tell persons apart everywhere;
 * a name alone only within one body, for two people of one name are not one person.
 * @returns person ids in the given order; statements do not grow with the number of persons
 */
export async function personsFor(ctx: Context, named: PersonNamed[]): Promise<string[]> {
  const { keys } = ctx
  const printed = named.map((one) => ({
    ...one,
    namePrint: keys.fingerprint(one.name),
    phonePrint: one.phone === null ? null : keys.fingerprint(one.phone),
  }))
  const byPhone = await knownByPhone(ctx, printed)
  const inBody = await knownInBody(ctx, printed)
  const fresh = new Map<string, { id: string; one: Printed }>()
  const withPhone = new Map<string, Printed & { id: string }>()
  const ids = printed.map((one) => {
    const known = one.phonePrint === null ? undefined : byPhone.get(phoneKey(one.namePrint, one.phonePrint))
    const here = inBody.get(bodyKey(one)) ?? []
    const without = here.find((p) => p.phonePrint === null)
    if (known) return known
    if (one.phonePrint === null && here[0]) return (without ?? here[0]).id
    if (one.phonePrint !== null && without) {
      // The same person, of whom the phone was not known until now.
      withPhone.set(without.id, { ...one, id: without.id })
      byPhone.set(phoneKey(one.namePrint, one.phonePrint), without.id)
      return without.id
    }
    const key = one.phonePrint === null ? bodyKey(one) : phoneKey(one.namePrint, one.phonePrint)
    const added = fresh.get(key) ?? { id: uuid(), one }
    fresh.set(key, added)
    return added.id
  })
  const elsewhere = await insert(ctx, [...fresh.values()])
  await addPhones(ctx, [...withPhone.values()])
  return ids.map((id) => elsewhere.get(id) ?? id)
}

const phoneKey = (name: string, phone: string) => `${name} ${phone}`
const bodyKey = (one: Pick<Printed, 'namePrint' | 'bodyId'>) => `${one.namePrint} in ${one.bodyId}`

async function knownByPhone(ctx: Context, printed: Printed[]): Promise<Map<string, string>> {
  const asked = printed.filter((p) => p.phonePrint !== null)
  if (asked.length === 0) return new Map()
  const found = await rows(
    ctx.db,
    sql<{ id: string; name: string; phone: string }>`SELECT p.id, p.name_print AS name, p.phone_print AS phone
      FROM unnest(${asked.map((p) => p.namePrint)}::text[], ${asked.map((p) => p.phonePrint)}::text[]) AS a (name, phone)
      JOIN organisations.person p ON p.name_print = a.name AND p.phone_print = a.phone`,
  )
  return new Map(found.map((p) => [phoneKey(p.name, p.phone), p.id]))
}

async function knownInBody(ctx: Context, printed: Printed[]) {
  const asked = printed.filter((p) => p.bodyId !== null)
  if (asked.length === 0) return new Map<string, { id: string; phonePrint: string | null }[]>()
  const found = await rows(
    ctx.db,
    sql<{ id: string; namePrint: string; phonePrint: string | null; bodyId: string }>`
      SELECT DISTINCT p.id, p.name_print AS "namePrint", p.phone_print AS "phonePrint", post.body_id AS "bodyId"
      FROM organisations.post post JOIN organisations.person p ON p.id = post.person_id
      WHERE post.body_id = ANY(${[...new Set(asked.map((p) => p.bodyId))]}::uuid[])
        AND p.name_print = ANY(${[...new Set(asked.map((p) => p.namePrint))]}::text[])
      ORDER BY p.id`,
  )
  return Map.groupBy(found, bodyKey)
}

/** @returns the ids of those whom somebody else added at the same moment, by the id meant for them */
async function insert(ctx: Context, fresh: { id: string; one: Printed }[]): Promise<Map<string, string>> {
  const { db, keys } = ctx
  if (fresh.length === 0) return new Map()
  const json = JSON.stringify(
    fresh.map(({ id, one }) => ({
      id,
      name: keys.seal(one.name),
      namePrint: one.namePrint,
      nameMask: maskName(one.name),
      phone: one.phone === null ? null : keys.seal(one.phone),
      phonePrint: one.phonePrint,
      phoneMask: one.phone === null ? null : maskMobile(one.phone),
    })),
  )
  const { rows: added } = await sql<{
    id: string
  }>`INSERT INTO organisations.person (id, name_sealed, name_print, name_mask, phone_sealed, phone_print, phone_mask)
    SELECT id, name, "namePrint", "nameMask", phone, "phonePrint", "phoneMask"
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, name text, "namePrint" text, "nameMask" text, phone text,
      "phonePrint" text, "phoneMask" text)
    ON CONFLICT (name_print, phone_print) DO NOTHING RETURNING id`.execute(db)
  if (added.length === fresh.length) return new Map()
  const mine = new Set(added.map((person) => person.id))
  const others = fresh.filter(({ id }) => !mine.has(id))
  const known = await knownByPhone(
    ctx,
    others.map(({ one }) => one),
  )
  return new Map(
    others.map(({ id, one }) => [id, known.get(phoneKey(one.namePrint, one.phonePrint ?? '')) ?? id]),
  )
}

async function addPhones({ db, keys }: Context, known: (Printed & { id: string })[]): Promise<void> {
  if (known.length === 0) return
  const json = JSON.stringify(
    known.map(({ id, phone, phonePrint }) => ({
      id,
      phone: keys.seal(phone as string),
      phonePrint,
      phoneMask: maskMobile(phone as string),
    })),
  )
  await sql`UPDATE organisations.person p SET phone_sealed = f.phone, phone_print = f."phonePrint", phone_mask = f."phoneMask"
    FROM jsonb_to_recordset(${json}::jsonb) AS f (id uuid, phone text, "phonePrint" text, "phoneMask" text)
    WHERE p.id = f.id`.execute(db)
}

/** The sealed name and phone of a post's holder. */
export const sealedOfPost = (db: Db, postId: string) =>
  one(
    db,
    sql<{
      personId: string
      name: string
      phone: string | null
    }>`SELECT person.id AS "personId", person.name_sealed AS name,
        person.phone_sealed AS phone
      FROM organisations.post post JOIN organisations.person person ON person.id = post.person_id WHERE post.id = ${postId}::uuid`,
  )
