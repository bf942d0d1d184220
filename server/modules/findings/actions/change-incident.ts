import type { Received } from '../../../../contracts/endpoint.ts'
import type { amendIncident as contract } from '../../../../contracts/findings/staff.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { attachDocuments, detachDocuments } from '../../documents/index.ts'
import type { EditionsAsked } from '../papers.ts'
import { incident } from '../policy.ts'
import { refuse } from '../problems.ts'
import {
  changeIncident,
  heldDocuments,
  incidentById,
  type KeptIncident,
  heldScene,
} from '../storage/incidents.ts'
import { writeIncidentReading } from './incident-reading.ts'
import { refuseFrozen, rowOf, told, weigh } from './record-incident.ts'

type Amended = Received<typeof contract>['body'] & { id: string }

/** 更正: the finding was read wrongly, or the authority changed it. What it said before is kept. */
export const amendIncident = ({ standing }: EditionsAsked) =>
  defineAction({
    verb: 'findings.change-incident',
    on: ({ id }: Amended) => ({ resource: incident, id }),
    async run(ctx, { id, version: seen, reason, documentIds, ...finding }) {
      const kept = await changeable(ctx, id)
      if (kept.version !== seen) throw refuse('incident-changed', { by: kept.by ?? '' })
      if (finding.foundOn > ctx.clock.today())
        throw refuse('found-later', { day: finding.foundOn }, { field: 'foundOn' })
      const points = weigh(rowOf(standing, kept.year, kept.indicator), finding.severity)
      const version = await changeIncident(
        ctx.db,
        id,
        { ...finding, points, state: 'standing', reason },
        { by: ctx.actor.id, at: ctx.clock.now().toISOString() },
      )
      const held = await heldDocuments(ctx.db, incident.name, id)
      const gone = held.filter((one) => !documentIds.includes(one))
      await detachDocuments(ctx.db, ctx, { ids: gone, resource: incident.name, recordId: id })
      await attachDocuments(ctx.db, ctx, {
        ids: documentIds,
        resource: incident.name,
        recordId: id,
        placeId: kept.districtId,
        bodyId: kept.enterpriseId,
      })
      await writeIncidentReading(ctx, { ...kept, ...finding, points }, { standing: 'ordinary', reason })
      const summary = `更正负面清单事件 ${kept.number}：${kept.severity} → ${finding.severity}`
      const detail = { before: kept.severity, after: finding.severity, reason }
      return {
        answer: { version },
        audit: { resource: incident.name, id, summary, detail },
        tells: [told(kept, `负面清单事件 ${kept.number} 已更正：${reason}`)],
      }
    },
  })

/** 撤销: the finding fell, or was never about this enterprise. It counts no more, and stays to be read. */
export const withdrawIncident = defineAction({
  verb: 'findings.change-incident',
  on: ({ id }: { id: string; reason: string }) => ({ resource: incident, id }),
  async run(ctx, { id, reason }) {
    const kept = await changeable(ctx, id)
    const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
    await changeIncident(ctx.db, id, { ...kept, state: 'withdrawn', reason }, stamp)
    await writeIncidentReading(ctx, kept, { standing: 'withdrawn', reason })
    return {
      answer: { state: 'withdrawn' as const },
      audit: { resource: incident.name, id, summary: `撤销负面清单事件 ${kept.number}`, detail: { reason } },
      tells: [told(kept, `负面清单事件 ${kept.number} 已撤销，不再扣分：${reason}`)],
    }
  },
})

async function changeable(ctx: Context, id: string): Promise<KeptIncident> {
  const kept = await incidentById(ctx.db, id)
  if (kept.state === 'withdrawn') throw refuse('incident-withdrawn')
  refuseFrozen(await heldScene(ctx.db, kept), kept.year)
  return kept
}
