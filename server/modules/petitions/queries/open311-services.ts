import { sql } from 'kysely'
import { type Db, maybe, rows } from '../../../platform/database/database.ts'

/** A category of claims as GeoReport v2 calls it. */
export interface Service {
  service_code: string
  service_name: string
  description: string
  metadata: boolean
  type: 'realtime'
  keywords: string
  group: string
}

const columns = sql`c.code AS service_code, c.name AS service_name, c.name_en AS description, true AS metadata,
  'realtime' AS type, concat_ws(', ', c.name, parent.name) AS keywords, coalesce(parent.name, c.name) AS "group"`
const narrow = sql`petitions.category c LEFT JOIN petitions.category parent ON parent.code = c.parent
  WHERE c.active AND NOT EXISTS (SELECT FROM petitions.category under WHERE under.parent = c.code AND under.active)`

/** Those that may be chosen, in the order of the tree. */
export const servicesOffered = (db: Db): Promise<Service[]> =>
  rows(db, sql<Service>`SELECT ${columns} FROM ${narrow} ORDER BY c.position, c.code`)

export const serviceOffered = (db: Db, code: string): Promise<Service | undefined> =>
  maybe(db, sql<Service>`SELECT ${columns} FROM ${narrow} AND c.code = ${code}`)

/** Asked besides the description: which building and floor. */
export const spotAttribute = {
  variable: true,
  code: 'SPOT',
  datatype: 'string',
  required: false,
  datatype_description: '楼号、单元、楼层，例如：3号楼2单元',
  order: 1,
  description: '具体位置 (building, entrance, floor)',
} as const
