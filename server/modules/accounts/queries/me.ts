import { sql } from 'kysely'
import type { Me } from '../../../../contracts/accounts/staff.ts'
import { type Role, roleNames } from '../../../../contracts/accounts/words.ts'
import type { Context } from '../../../access/context.ts'
import { one } from '../../../platform/database/database.ts'
import { isAged } from '../rules/password-rules.ts'
import type { Hold } from '../rules/second-factor-rules.ts'
import { secondFactorOf } from '../storage/second-factors.ts'
import { actorOf } from '../storage/sessions.ts'

interface Row {
  account: string
  displayName: string
  mustChangePassword: boolean
  passwordChangedAt: string
  grants: {
    id: string
    role: Role
    placeId: string | null
    placeName: string | null
    bodyId: string | null
    bodyName: string | null
  }[]
}

/** Who is signed in, what they hold, and which verbs that opens. */
export async function me(ctx: Context, demo: boolean): Promise<Me> {
  const id = ctx.actor.id as string
  const { passwordChangedAt, ...row } = await one(
    ctx.db,
    sql<Row>`SELECT a.account, a.display_name AS "displayName", a.must_change_password AS "mustChangePassword",
      a.password_changed_at AS "passwordChangedAt",
      coalesce((SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'placeId', g.place_id, 'placeName', p.name,
          'bodyId', g.body_id, 'bodyName', b.name) ORDER BY g.id)
        FROM access.grant_of_role g
        LEFT JOIN organisations.published_place p ON p.id = g.place_id
        LEFT JOIN organisations.published_body b ON b.id = g.body_id
        WHERE g.actor_id = a.id AND g.valid_from <= ${ctx.clock.today()}
          AND (g.valid_to IS NULL OR g.valid_to > ${ctx.clock.today()})), '[]'::json) AS grants
      FROM accounts.account a WHERE a.id = ${id}`,
  )
  const grants = row.grants.map((grant) => ({ ...grant, roleName: roleNames[grant.role].zh }))
  const secondFactor = { ...(await secondFactorOf(ctx.db, id)), proved: ctx.actor.unproved === undefined }
  return {
    accountId: id,
    ...row,
    grants,
    demo,
    verbs: ctx.policy.verbsOf(ctx.actor),
    hold: holdOf(ctx),
    passwordAged: isAged(new Date(passwordChangedAt), ctx.clock.now()),
    secondFactor,
  }
}

const steps: Record<Hold, Exclude<Me['hold'], null>> = {
  'second-factor-needed': 'enter-code',
  'must-change-password': 'change-password',
  'password-aged': 'change-password',
  'second-factor-missing': 'enrol',
}

const holdOf = ({ actor }: Context): Me['hold'] =>
  actor.hold ? steps[actor.hold.code.replace('accounts.', '') as Hold] : null

/** The same for whoever has just signed in with this token. */
export async function welcome(ctx: Context, token: string, demo: boolean): Promise<Me> {
  const actor = await actorOf(ctx.db, token, ctx.clock.now(), ctx.clock.today())
  return await me({ ...ctx, actor: actor ?? ctx.actor }, demo)
}
