import { accountNamePattern, type Role, roleNames } from '../../../../contracts/accounts/words.ts'
import type { Context } from '../../../access/context.ts'
import { grantsOfMany, insertGrantsOf } from '../../../access/grants.ts'
import { permitted } from '../../../access/guard.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import {
  choicesOf,
  type Examined,
  examined,
  fault,
  refusedRow,
  refuseRepeats,
  sound,
  text,
} from '../../sheet-rows.ts'
import { account } from '../policy.ts'
import { refuse } from '../problems.ts'
import { oneTimePassword } from './one-time-password.ts'
import { checkScope } from '../rules/role-scopes.ts'
import { checkSeparation } from '../rules/separated-administrators.ts'
import { accountsByName, insertAccounts, rename, type StoredAccount } from '../storage/accounts.ts'
import { keepOneTimePasswords } from '../storage/one-time-passwords.ts'
import { type Scope, scopesByCode } from '../storage/scopes.ts'
import { homeOf } from './create-account.ts'

const roleWords = Object.fromEntries(Object.entries(roleNames).map(([role, { zh }]) => [role, zh]))

/** 账号 by sheet: one row for each role of an account; an account with several roles has several rows. */
export const accountSheet: SheetKind = {
  name: 'accounts',
  title: '账号与角色',
  titleEn: 'Accounts',
  verb: 'accounts.create',
  columns: [
    {
      key: 'account',
      header: '账号',
      headerEn: 'Account',
      kind: 'text',
      required: true,
      note: '3–32 个小写字母、数字或 . _ - ；同一账号有几种角色就写几行',
      example: 'kundulun-wang',
    },
    {
      key: 'displayName',
      header: '姓名或称谓',
      headerEn: 'Display name',
      kind: 'text',
      required: true,
      note: '显示在页面和审计记录里',
      example: '示例（演示数据）',
    },
    {
      key: 'role',
      header: '角色',
      headerEn: 'Role',
      kind: 'choice',
      required: true,
      note: '系统、授权、审计三类管理员相互独立，同一账号只能任其一',
      example: roleNames['street-official'].zh,
      choices: choicesOf(roleWords),
    },
    {
      key: 'scope',
      header: '管辖区域或所属单位代码',
      headerEn: 'Place or body code',
      kind: 'code',
      required: true,
      note: '区划代码或小区代码；物业服务企业填统一社会信用代码；业主委员会填所在小区代码',
      example: '150203001000',
    },
  ],
  record: recordAccounts,
}

export const recordAccountsAction = defineSheetAction(accountSheet)

interface Candidate extends Examined {
  name: string
  role: Role
  scope?: Scope
}

async function recordAccounts(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows: Candidate[] = sheet.map((row) => ({
    ...examined(row),
    name: text(row, 'account').toLowerCase(),
    role: text(row, 'role') as Role,
  }))
  await findScopes(ctx, rows)
  refuseRepeats(rows, 'account', (row) => `${row.name} ${row.role} ${row.scope?.id}`)
  const known = await accountsByName(
    ctx.db,
    rows.map((row) => row.name),
  )
  const held = await grantsOfMany(
    ctx.db,
    [...known.values()].map((one) => one.id),
    ctx.clock.today(),
  )
  await examineAccounts(ctx, rows, known)
  for (const [name, own] of Map.groupBy(rows, (row) => row.name))
    examineTogether(own, held.get(known.get(name)?.id ?? '') ?? [])
  // One bad row keeps all others of its account from being recorded by halves.
  const faulty = new Set(rows.filter((row) => !sound(row)).map((row) => row.name))
  const good = rows.filter((row) => !faulty.has(row.name))
  const made = await makeAccounts(
    ctx,
    good.filter((row) => !known.has(row.name)),
  )
  const changed = await renameAll(ctx, good, known)
  const idOf = (row: Candidate) => made.get(row.name) ?? known.get(row.name)?.id ?? ''
  const holds = (row: Candidate) =>
    (held.get(idOf(row)) ?? []).some((g) => g.role === row.role && (g.placeId ?? g.bodyId) === row.scope?.id)
  const granted = new Set(good.filter((row) => !holds(row)))
  const grants = [...granted].map((row) => ({
    actorId: idOf(row),
    role: row.role,
    ...(row.scope?.bodyKind ? { bodyId: row.scope.id } : { placeId: row.scope?.id ?? null }),
  }))
  await insertGrantsOf(ctx.db, grants, ctx.actor.id, ctx.clock.today())
  return rows.map((row): RowResult => {
    if (faulty.has(row.name)) return refusedRow(row)
    const isChanged = granted.has(row) || changed.has(row.name)
    return {
      row: row.row,
      outcome: made.has(row.name) ? 'created' : isChanged ? 'changed' : 'unchanged',
      id: idOf(row),
    }
  })
}

/** Runs a rule and notes its refusal at a cell. */
function note(row: Candidate, column: string, rule: () => void) {
  try {
    rule()
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    fault(row, column, refusal)
  }
}

async function findScopes(ctx: Context, rows: Candidate[]) {
  const scopes = await scopesByCode(
    ctx,
    rows.map((row) => ({ role: row.role, code: text(row, 'scope') })),
  )
  for (const row of rows) {
    const code = text(row, 'scope')
    const scope = scopes.get(`${row.role} ${code}`)
    if (!scope) fault(row, 'scope', refuse('scope-unknown', { scope: code }))
    else if (!scope.reached) fault(row, 'scope', refuse('scope-elsewhere'))
    else note(row, 'scope', () => checkScope(row.role, scope))
    if (scope) row.scope = scope
  }
}

async function examineAccounts(ctx: Context, rows: Candidate[], known: Map<string, StoredAccount>) {
  const ids = [...known.values()].map((one) => one.id)
  const mine = await permitted(ctx, 'accounts.grant', account, ids)
  for (const row of rows) {
    const same = known.get(row.name)
    if (!accountNamePattern.test(row.name))
      fault(row, 'account', refuse('account-shape', { account: row.name }))
    else if (same && same.id === ctx.actor.id) fault(row, 'account', refuse('not-yourself'))
    else if (same && !mine.has(same.id))
      fault(row, 'account', refuse('account-elsewhere', { account: row.name }))
    else if (same?.closedAt) fault(row, 'account', refuse('account-closed', { account: row.name }))
  }
}

/** What must hold of all rows of one account together with the roles it has. */
function examineTogether(rows: Candidate[], held: readonly { role: Role }[]) {
  const last = rows.at(-1) as Candidate
  note(last, 'role', () => checkSeparation([...held, ...rows].map((one) => one.role)))
  const names = new Set(rows.map((row) => text(row, 'displayName')))
  if (names.size > 1) fault(last, 'displayName', refuse('names-differ', { account: last.name }))
}

/** @returns the new accounts' ids by name */
async function makeAccounts(ctx: Context, rows: Candidate[]): Promise<Map<string, string>> {
  const fresh = [...Map.groupBy(rows, (row) => row.name)].map(([name, own]) => ({
    account: name,
    displayName: text(own[0] as Candidate, 'displayName'),
    password: oneTimePassword(),
    mustChangePassword: true,
    homePlaceId: homeOf(ctx),
  }))
  const now = ctx.clock.now().toISOString()
  const ids = await insertAccounts(ctx.db, fresh, now)
  const kept = fresh.map(({ password }, i) => ({
    accountId: ids[i] as string,
    sealed: ctx.keys.seal(password),
  }))
  await keepOneTimePasswords(ctx.db, kept, ctx.actor.id, now)
  return new Map(fresh.map(({ account: name }, i) => [name, ids[i] as string]))
}

/** @returns the names of the accounts whose display name changed */
async function renameAll(
  ctx: Context,
  rows: Candidate[],
  known: Map<string, StoredAccount>,
): Promise<Set<string>> {
  const changed = new Map(rows.map((row) => [row.name, text(row, 'displayName')]))
  for (const [name, displayName] of changed) {
    const same = known.get(name)
    if (same && same.displayName !== displayName) await rename(ctx.db, same.id, displayName)
    else changed.delete(name)
  }
  return new Set(changed.keys())
}
