import type { OrganisationForm } from '../../../../contracts/party-organisations/words.ts'
import { defineAction } from '../../../access/action.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { addDays } from '../../../values/days.ts'
import { ownOrganisationLimit, type PartyLimits } from '../limits.ts'
import { organisation } from '../policy.ts'
import { refuse } from '../problems.ts'
import { tooFewMembers } from '../rules/three-members.ts'
import { coverHosts, organisationById, updateOrganisations } from '../storage/organisations.ts'

interface Edit {
  id: string
  form: OrganisationForm
  formalMembers: number
  to: string | null
  version: number
}

/** Members, form or the last day of an organisation; its host's coverage follows, the three-member rule holds. */
export const editOrganisation = (limits: PartyLimits) =>
  defineAction({
    verb: 'party-organisations.edit-organisation',
    on: ({ id }: Edit) => ({ resource: organisation, id }),
    async run(ctx, { id, form, formalMembers, to, version }) {
      const known = await organisationById(ctx.db, id)
      if (known.version !== version) throw refusePlatform('changed-meanwhile')
      const few = tooFewMembers(
        form,
        formalMembers,
        Number(limits.limit(ownOrganisationLimit, ctx.clock.today())),
      )
      if (few && to === null) throw few
      if (formalMembers < 0 || formalMembers > 9999)
        throw refuse('members-absurd', { count: formalMembers }, { field: 'formalMembers' })
      if (to !== null && to < known.foundedOn)
        throw refuse('ended-before-founded', { day: known.foundedOn }, { field: 'to' })
      const { hostId, projectId, foundedOn } = known
      const endedOn = to === null ? null : addDays(to, 1)
      await updateOrganisations(ctx.db, [{ id, form, formalMembers, endedOn, hostId, projectId, foundedOn }])
      await coverHosts(ctx.db, [id])
      const detail = { before: known, after: { form, formalMembers, endedOn } }
      return {
        answer: { version: version + 1 },
        audit: { resource: organisation.name, id, summary: `变更党组织 ${known.name}`, detail },
      }
    },
  })
