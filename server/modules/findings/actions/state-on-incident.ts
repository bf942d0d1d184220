import { defineAction } from '../../../access/action.ts'
import { attachDocuments } from '../../documents/index.ts'
import { incident, statementResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { incidentById, keepStatement } from '../storage/incidents.ts'

/** 企业陈述: what the enterprise says to a finding; the bureau is told, and may amend or withdraw. */
export const stateOnIncident = defineAction({
  verb: 'findings.state-on-incident',
  on: ({ id }: { id: string; text: string; documentIds: string[] }) => ({ resource: incident, id }),
  async run(ctx, { id, text, documentIds }) {
    const kept = await incidentById(ctx.db, id)
    if (kept.state === 'withdrawn') throw refuse('incident-withdrawn')
    await keepStatement(ctx.db, id, text, { by: ctx.actor.id, at: ctx.clock.now().toISOString() })
    await attachDocuments(ctx.db, ctx, {
      ids: documentIds,
      resource: statementResource,
      recordId: id,
      placeId: kept.districtId,
      bodyId: kept.enterpriseId,
    })
    return {
      answer: { stated: true as const },
      audit: {
        resource: incident.name,
        id,
        summary: `对负面清单事件 ${kept.number} 提交陈述`,
        detail: { text, documents: documentIds.length },
      },
      tells: [
        {
          to: [{ placeId: kept.districtId, roles: ['district-official'], reach: 'at' }],
          zh: `${kept.enterpriseName}对负面清单事件 ${kept.number} 提交了陈述，请核实。`,
          en: `${kept.enterpriseName} has stated its view of incident ${kept.number}.`,
          link: `/findings/incidents/${id}`,
        },
      ],
    }
  },
})
