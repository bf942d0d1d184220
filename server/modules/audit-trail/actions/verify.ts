import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { type Verification, verifyTrail } from '../../../platform/audit/verify.ts'
import { entry } from '../policy.ts'
import { askWholeCity } from '../storage/whole-city.ts'
import { type KeptVerification, keepVerification } from '../storage/verifications.ts'

const mostListed = 100

/** Walks the whole trail on one snapshot; its own entry comes after, so that it never judges itself. */
export async function runVerification(ctx: Context, sealFile: string): Promise<KeptVerification> {
  await askWholeCity(ctx.db, ctx.policy.filter(ctx.actor, 'audit-trail.verify', entry))
  return shortOf(await verifyTrail(ctx.db, ctx.keys, sealFile))
}

function shortOf({ ok, seals, entries, unsealed, findings, more }: Verification): KeptVerification {
  const listed = findings.slice(0, mostListed).map(({ kind, zh, en }) => ({ kind, zh, en }))
  return {
    ok,
    seals,
    entries,
    unsealed: unsealed.count,
    findings: listed,
    more: more || findings.length > mostListed,
  }
}

/** Keeps what a verification found, and who ran it. */
export const recordVerification = defineAction({
  verb: 'audit-trail.verify',
  on: () => 'anywhere' as const,
  async run(ctx, found: KeptVerification) {
    const at = ctx.clock.now().toISOString()
    const id = await keepVerification(ctx.db, found, ctx.actor.id as string, at)
    const summary = found.ok
      ? '校验审计记录：完好'
      : `校验审计记录：发现 ${found.findings.length}${found.more ? ' 以上' : ''} 处异常`
    const detail = { seals: found.seals, entries: found.entries, unsealed: found.unsealed }
    const audit = { resource: 'audit-trail.verification', id, summary, detail }
    return { answer: { ...found, at, byName: ctx.actor.displayName }, audit }
  },
})
