import { type RawBuilder, sql } from 'kysely'
import { roleNames, type Role } from '../../contracts/accounts/words.ts'
import type { Actor } from './actor.ts'
import type { Resource, Rule, Scope } from './resource.ts'

/** The whole policy table, gathered from the modules, and the three uses of it: filter, guard, `can`. */
export class Policy {
  readonly rules: readonly Rule[]
  readonly #byVerb: ReadonlyMap<string, readonly Rule[]>
  readonly #weighty: ReadonlySet<string>

  /** @param weighty verbs that only a session with a second factor may do */
  constructor(rules: readonly Rule[], weighty: readonly string[] = []) {
    this.rules = rules
    this.#weighty = new Set(weighty)
    this.#byVerb = Map.groupBy(rules, (rule) => rule.verb)
  }

  knows(verb: string): boolean {
    return verb === 'public' || verb === 'signed-in' || this.#byVerb.has(verb)
  }

  /** Verbs that at least one of the actor's roles may do somewhere: what navigation offers. */
  verbsOf(actor: Actor): string[] {
    return [...this.#byVerb].filter(([, rules]) => rules.some((r) => applies(r, actor))).map(([verb]) => verb)
  }

  /** Whether the actor may do the verb on some row, whichever. */
  mayAnywhere(actor: Actor, verb: string): boolean {
    return (this.#byVerb.get(verb) ?? []).some((rule) => applies(rule, actor))
  }

  /** @throws when the verb needs a second factor that the actor's session has not shown */
  mustBeProved(actor: Actor, verb: string): void {
    if (actor.unproved && this.#weighty.has(verb)) throw actor.unproved
  }

  /** Names of the roles that may do the verb, for the sentence that says who has it. */
  rolesFor(verb: string): { zh: string; en: string } {
    const held = (this.#byVerb.get(verb) ?? []).flatMap((r) => (typeof r.roles === 'string' ? [] : r.roles))
    const names = [...new Set(held)].map((role) => roleNames[role])
    return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
  }

  /** SQL over the alias `r` of the resource: true for rows on which the actor may do the verb. */
  filter(actor: Actor, verb: string, resource: Resource): RawBuilder<boolean> {
    const reached = (this.#byVerb.get(verb) ?? [])
      .filter((rule) => rule.resource.name === resource.name && applies(rule, actor))
      .map((rule) => {
        const condition = resource.conditions[rule.condition]
        if (!condition) throw new Error(`${resource.name} has no condition «${rule.condition}»`)
        return condition(scopeOf(rule, actor))
      })
    if (reached.length === 0) return sql<boolean>`false`
    return sql<boolean>`(${sql.join(reached, sql` OR `)})`
  }

  /** A json object of booleans, one for each verb a record's screen offers. */
  can(actor: Actor, resource: Resource, verbs: readonly string[]): RawBuilder<Record<string, boolean>> {
    const pairs = verbs.map((verb) => sql`${sql.lit(verb)}, ${this.filter(actor, verb, resource)}`)
    return sql<Record<string, boolean>>`json_build_object(${sql.join(pairs)})`
  }
}

const holds = (roles: readonly Role[], actor: Actor) => actor.grants.filter((g) => roles.includes(g.role))

function applies(rule: Rule, actor: Actor): boolean {
  if (rule.roles === 'public') return true
  if (rule.roles === 'signed-in') return actor.id !== null
  if (rule.roles === 'phone-proved') return actor.phoneMark !== undefined
  return holds(rule.roles, actor).length > 0
}

function scopeOf(rule: Rule, actor: Actor): Scope {
  const grants = typeof rule.roles === 'string' ? actor.grants : holds(rule.roles, actor)
  return {
    actorId: actor.id,
    today: actor.today,
    places: grants.flatMap((g) => g.placeId ?? []),
    overAllPlaces: grants.some((g) => g.atRoot === true),
    bodies: grants.flatMap((g) => g.bodyId ?? []),
    phoneMark: actor.phoneMark ?? null,
  }
}
