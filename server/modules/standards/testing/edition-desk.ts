import type { Answer, Sent } from '../../../../contracts/endpoint.ts'
import {
  changeEdition,
  copyEdition,
  getDraft,
  settleEdition,
  submitEdition,
} from '../../../../contracts/standards/editions.ts'
import { enrolled, type Person, type TestApp } from '../../../platform/testing/app.ts'

export const basedOn = 'DB1502-draft-2021'

export type DraftRow = Record<string, unknown> & { id: string; points: string }
type Change = Sent<typeof changeEdition>['body']

/** Those who make an edition: who edits, who edits with them, and who may approve, having changed nothing. */
export interface EditionDesk {
  editor: Person
  colleague: Person
  approver: Person
  copy(code: string, fromYear?: number): Promise<string>
  draftOf(id: string): Promise<Answer<typeof getDraft>>
  /** By the version that stands, unless one is named. */
  change(
    person: Person,
    id: string,
    body: Omit<Change, 'base'> & { base?: number },
  ): Promise<{ status: number; body: Answer<typeof changeEdition> }>
  publish(id: string): Promise<void>
}

export const rowOf = (document: Record<string, unknown>, id: string): DraftRow =>
  (document.indicators as { rows: DraftRow[] }[])
    .flatMap(({ rows }) => rows)
    .find((row) => row.id === id) as DraftRow

function must({ status, body }: { status: number; body: unknown }): void {
  if (status !== 200) throw new Error(JSON.stringify(body))
}

export async function editionDesk(app: TestApp, asked: Person): Promise<EditionDesk> {
  // Approving asks for a second factor.
  const { clock } = app.context
  const official = async () =>
    enrolled(await app.person({ role: 'city-official', placeId: app.cityId }), clock)
  const editor = asked.secret === '' ? await enrolled(asked, clock) : asked
  const [colleague, approver] = [await official(), await official()]
  const draftOf: EditionDesk['draftOf'] = async (id) => (await editor.call(getDraft, { params: { id } })).body
  return {
    editor,
    colleague,
    approver,
    draftOf,
    async copy(code, fromYear = 2027) {
      const title = `${fromYear} 年评价体系`
      const copied = await editor.call(copyEdition, {
        body: { basedOn, code, title, titleEn: `Edition ${fromYear}`, fromYear },
      })
      must(copied)
      return copied.body.id
    },
    async change(person, id, body) {
      const base = body.base ?? (await draftOf(id)).version
      return await person.call(changeEdition, { params: { id }, body: { ...body, base } })
    },
    async publish(id) {
      const { version } = await draftOf(id)
      must(await editor.call(submitEdition, { params: { id }, body: { base: version } }))
      must(await approver.call(settleEdition, { params: { id }, body: { outcome: 'published' } }))
    },
  }
}
