import { z } from 'zod'
import { limitClass, responsible } from '../../../contracts/petitions/words.ts'
import { words } from './primitives.ts'

/** A matter that residents report; its group's code is the beginning of its own. */
const category = z.strictObject({
  code: z.string().regex(/^\d{2}(\d{2}){0,2}$/),
  name: words,
  nameEn: words,
  limit: limitClass,
  responsible,
  aboutFirm: z.boolean().default(false),
  ofProperty: z.boolean().default(true),
  ofSanitation: z.boolean().default(false),
  common: z.boolean().default(false),
})

export const categoriesFile = z.array(category).min(1)
export type PetitionCategory = z.infer<typeof category>
