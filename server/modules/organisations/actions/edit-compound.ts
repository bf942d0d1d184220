import type { z } from 'zod'
import type { compoundProfile } from '../../../../contracts/organisations/staff.ts'
import { defineAction } from '../../../access/action.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { parseArea } from '../../../values/area.ts'
import { compound } from '../policy.ts'
import { refuse } from '../problems.ts'
import { implausible } from '../rules/compound-figures.ts'
import { compoundById, updateCompounds } from '../storage/compounds.ts'

type Edit = z.infer<typeof compoundProfile> & { id: string; version: number }

/** Changes a profile. Of two people who edit at once the second is told and nothing of theirs is lost. */
export const editCompound = defineAction({
  verb: 'organisations.edit-compound',
  on: (input: Edit) => ({ resource: compound, id: input.id }),
  async run(ctx, { id, version, area, ...rest }) {
    const known = await compoundById(ctx.db, id)
    if (known.version !== version) throw refusePlatform('changed-meanwhile')
    const parsed = parseArea(area)
    if (!parsed.ok) throw refuse('area-unreadable', { area }, { field: 'area' })
    const profile = { ...rest, areaCenti: parsed.value }
    const faults = implausible(profile)
    if (faults[0]) throw refuse('figures-absurd', {}, {}, faults)
    const changed = await updateCompounds(ctx.db, [{ known, profile }])
    const next = changed.has(id) ? version + 1 : version
    const detail = { before: known, after: profile }
    return {
      answer: { version: next },
      audit: { resource: compound.name, id, summary: `修改小区档案 ${known.name}`, detail },
    }
  },
})
