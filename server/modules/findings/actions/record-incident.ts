import { v7 as uuid } from 'uuid'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { recordIncident as contract } from '../../../../contracts/findings/staff.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Telling } from '../../../access/tell.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import { attachDocuments } from '../../documents/index.ts'
import { stageTitles } from '../../evaluation/index.ts'
import { negativeList, type NegativeRow } from '../negative-list.ts'
import type { EditionsAsked } from '../papers.ts'
import { incident, place } from '../policy.ts'
import { refuse } from '../problems.ts'
import { pointsOf } from '../rules/severity.ts'
import { insertIncident, type NewIncident, type Scene, heldScene } from '../storage/incidents.ts'
import { writeIncidentReading } from './incident-reading.ts'

type Input = Received<typeof contract>['body']

/** 登记负面清单事件: an official finding of an authority about an enterprise in a district (A.3.3, C23). */
export const recordIncident = ({ standing }: EditionsAsked) =>
  defineAction({
    verb: 'findings.record-incident',
    on: (input: Input) => ({ resource: place, id: input.districtId, lock: 'none' }),
    async run(ctx, input) {
      const negative = rowOf(standing, input.year, input.row)
      const points = weigh(negative, input.severity)
      const scene = await heldScene(ctx.db, { ...input, projectId: input.projectId ?? null })
      checkScene(ctx, scene, input)
      const fresh: NewIncident = {
        ...input,
        id: uuid(),
        indicator: input.row,
        fact: negative.fact,
        points,
        projectId: input.projectId ?? null,
      }
      await insertIncident(ctx.db, fresh, { by: ctx.actor.id, at: ctx.clock.now().toISOString() })
      await attachDocuments(ctx.db, ctx, {
        ids: input.documentIds,
        resource: incident.name,
        recordId: fresh.id,
        placeId: input.districtId,
        bodyId: input.enterpriseId,
      })
      await writeIncidentReading(ctx, fresh, { standing: 'ordinary', reason: '' })
      const { id, number, severity, documentNumber } = fresh
      const summary = `登记负面清单事件 ${number}：${scene.enterpriseName}，${negative.row.indicator}，${severity}`
      return {
        answer: { id },
        audit: { resource: incident.name, id, summary, detail: { number, severity, points, documentNumber } },
        tells: [
          told(fresh, `${scene.placeName}登记了一件负面清单事件：${negative.row.indicator}（${number}）`),
        ],
      }
    },
  })

/** @throws when the year's negative list has no such row */
export function rowOf(rulebook: Rulebook, year: number, id: string): NegativeRow {
  const found = negativeList(rulebook, year).find(({ row }) => row.id === id)
  if (!found) throw refuse('row-not-negative', { row: id }, { field: 'row' })
  return found
}

/** Points as exact text. @throws when the severity is neither on the scale nor within its range */
export function weigh({ scale }: NegativeRow, severity: string): string {
  const points = pointsOf(severity, scale)
  if (points) return points.toDecimal()
  const params = {
    severities: Object.keys(scale.severities).join('、'),
    least: scale.least.toDecimal(),
    most: scale.most.toDecimal(),
  }
  throw refuse('severity-unknown', params, { field: 'severity', clause: 'A.3.3' })
}

function checkScene(ctx: Context, scene: Scene, { year, foundOn, projectId }: Input): void {
  const { placeName, placeKind, enterpriseName: enterprise, projectName } = scene
  if (placeKind !== 'district') throw refuse('not-a-district', { name: placeName }, { field: 'districtId' })
  if (enterprise === null) throw refuse('enterprise-unknown', {}, { field: 'enterpriseId' })
  if (!scene.served)
    throw refuse('not-served', { enterprise, year, place: placeName }, { field: 'enterpriseId' })
  if (projectId && !scene.projectServed)
    throw refuse('not-served', { enterprise, year, place: projectName ?? placeName }, { field: 'projectId' })
  if (foundOn > ctx.clock.today()) throw refuse('found-later', { day: foundOn }, { field: 'foundOn' })
  refuseFrozen(scene, year)
}

export function refuseFrozen({ frozen }: Pick<Scene, 'frozen'>, year: number): void {
  if (frozen) throw refuse('year-frozen', { year, stage: stageTitles[frozen] }, { clause: 'A.1.4' })
}

/** The enterprise learns what was recorded of it, and how it may answer. */
export const told = ({ id, enterpriseId }: { id: string; enterpriseId: string }, zh: string): Telling => ({
  to: [{ bodyId: enterpriseId, roles: ['enterprise'] }],
  zh: `${zh}。对认定有不同意见的，可在事件页面提交陈述和材料；对得分有异议的，可在公示期内申诉。`,
  en: 'An incident of the negative list was recorded or changed. Answer it on its page, or appeal after publication.',
  link: `/findings/incidents/${id}`,
})
