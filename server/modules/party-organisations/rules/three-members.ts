import type { OrganisationForm } from '../../../../contracts/party-organisations/words.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { refuse } from '../problems.ts'

/**
 * An organisation of one's own needs enough full members (支部工作条例 art. 4); with fewer a joint one is founded or
 * an instructor posted (4.5.1).
 * @param least the rule-book's limit, persons
 */
export function tooFewMembers(
  form: OrganisationForm,
  formalMembers: number,
  least: number,
): Refusal | undefined {
  if (form !== 'own' || formalMembers >= least) return undefined
  return refuse('three-members', { least, count: formalMembers }, { field: 'formalMembers', clause: '4.5.1' })
}
