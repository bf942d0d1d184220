import { sql } from 'kysely'
import type { AreaSource, Standing, Use } from '../../../../../contracts/residents/roll-words.ts'
import type { Db } from '../../../../platform/database/database.ts'

/** A 专有部分 as the roll has it; its area in 0.01 m². */
export interface NewDwelling {
  id: string
  compoundId: string
  building: string
  entrance: string
  room: string
  code: string
  unitNumber: string | null
  use: Use
  areaCenti: number
  areaSource: AreaSource
  standing: Standing
  validFrom: string
}

export async function insertDwellings(db: Db, fresh: readonly NewDwelling[]): Promise<void> {
  if (fresh.length === 0) return
  await sql`INSERT INTO residents.dwelling (id, compound_id, code, unit_number, building, entrance, room, use, area_centi, area_source, standing, valid_from)
    SELECT id, "compoundId", code, "unitNumber", building, entrance, room, use, "areaCenti", "areaSource", standing, "validFrom"
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) AS f (id uuid, "compoundId" uuid, code text, "unitNumber" text, building text,
      entrance text, room text, use text, "areaCenti" bigint, "areaSource" text, standing text, "validFrom" date)`.execute(
    db,
  )
}
