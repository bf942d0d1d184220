import { sql } from 'kysely'
import type { PetitionCategory } from '../../../rulebook/schema/petition-categories.ts'
import type { Db } from '../../../platform/database/database.ts'

/** Puts the shipped categories in that the installation lacks; what its bureau changed stays. Groups come first. */
export async function seedCategories(db: Db, shipped: readonly PetitionCategory[]): Promise<void> {
  const fresh = shipped.map(({ code, ...one }, position) => ({
    ...one,
    code,
    parent: code.slice(0, -2) || null,
    position,
  }))
  await sql`INSERT INTO petitions.category (code, parent, name, name_en, limit_class, responsible, about_firm, of_property,
      of_sanitation, common, position)
    SELECT code, parent, name, "nameEn", "limit", responsible, "aboutFirm", "ofProperty", "ofSanitation", common, position
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) AS f (code text, parent text, name text, "nameEn" text, "limit" text,
      responsible text, "aboutFirm" boolean, "ofProperty" boolean, "ofSanitation" boolean, common boolean, position integer)
    ON CONFLICT (code) DO NOTHING`.execute(db)
}
