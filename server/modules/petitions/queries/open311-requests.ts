import { sql } from 'kysely'
import { openStates } from '../../../../contracts/petitions/words.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import { limitTo } from '../../../platform/database/limit-to.ts'
import { shanghaiInstant } from '../../../values/working-days.ts'
import type { PublicState } from '../../../../contracts/petitions/public-words.ts'
import { publicState } from './public-state.ts'
import type { RequestsAsked } from '../open311-asked.ts'

/** A claim as GeoReport v2 shows it: nothing of the reporter, words only where they were agreed to and cleared. */
export interface ServiceRequest {
  service_request_id: string
  status: 'open' | 'closed'
  status_notes: string
  service_name: string
  service_code: string
  description: string
  agency_responsible: string
  service_notice: string
  requested_datetime: string
  updated_datetime: string
  expected_datetime: string
  address: string
  address_id: string
  zipcode: string
  lat: string
  long: string
  media_url: string
}

/** Our states folded to two; what they leave out stands here, and «closed» is never taken for solved. */
const notes: Record<PublicState, string> = {
  waiting: '待受理或待派单',
  'given-out': '已派单，待签收',
  'in-hand': '办理中',
  answered: '已答复，待审核或回访',
  solved: '已解决（反映人确认）',
  partly: '部分解决',
  'not-solved': '未解决',
  ended: '已办结（未经反映人确认解决）',
  declined: '不予受理，已告知其他渠道',
  withdrawn: '已撤回',
  joined: '已并入同一事项',
}

interface Kept {
  number: string
  isOpen: boolean
  state: PublicState
  category: string
  categoryName: string
  text: string | null
  agency: string | null
  openedAt: string
  updatedAt: string
  dueAt: string | null
  placeName: string
  placeCode: string
}

const isOpen = sql<boolean>`(c.state = ANY(${[...openStates]}::text[]))`

/** The newest first; a page is one statement. */
export async function serviceRequests(db: Db, asked: RequestsAsked): Promise<ServiceRequest[]> {
  const { numbers, services, from, to, updatedFrom, updatedTo, status, page, size } = asked
  const found = await rows(
    db,
    sql<Kept>`SELECT c.number, ${isOpen} AS "isOpen", ${publicState} AS state, c.category, k.name AS "categoryName",
        CASE WHEN c.agrees_to_publish THEN c.public_text END AS text, coalesce(body.name, office.name) AS agency,
        c.opened_at AS "openedAt", latest.at AS "updatedAt", c.due_at AS "dueAt", p.name AS "placeName", p.code AS "placeCode"
      FROM petitions.claim c JOIN petitions.category k ON k.code = c.category
      JOIN organisations.published_place p ON p.id = c.place_id
      JOIN petitions.claim_event latest ON latest.claim_id = c.id AND latest.seq = c.seq
      LEFT JOIN organisations.published_body body ON body.id = c.handler_body_id
      LEFT JOIN organisations.published_place office ON office.id = c.handler_place_id
      WHERE true
        ${numbers ? sql`AND c.number = ANY(${numbers}::text[])` : sql``}
        ${services ? sql`AND c.category = ANY(${services}::text[])` : sql``}
        ${from ? sql`AND c.opened_at >= ${from}` : sql``} ${to ? sql`AND c.opened_at <= ${to}` : sql``}
        ${updatedFrom ? sql`AND latest.at >= ${updatedFrom}` : sql``} ${updatedTo ? sql`AND latest.at <= ${updatedTo}` : sql``}
        ${status ? sql`AND ${isOpen} = ${status === 'open'}` : sql``}
      ORDER BY c.opened_at DESC, c.id DESC OFFSET ${sql.lit((page - 1) * size)} ${limitTo(size)}`,
  )
  return found.map(shown)
}

const zoned = (at: string) => shanghaiInstant(new Date(at))

const shown = (claim: Kept): ServiceRequest => ({
  service_request_id: claim.number,
  status: claim.isOpen ? 'open' : 'closed',
  status_notes: notes[claim.state],
  service_name: claim.categoryName,
  service_code: claim.category,
  description: claim.text ?? '',
  agency_responsible: claim.agency ?? '',
  service_notice: '',
  requested_datetime: zoned(claim.openedAt),
  updated_datetime: zoned(claim.updatedAt),
  expected_datetime: claim.dueAt === null ? '' : zoned(claim.dueAt),
  address: claim.placeName,
  address_id: claim.placeCode,
  zipcode: '',
  // Where exactly somebody stood tells who it was.
  lat: '',
  long: '',
  media_url: '',
})
