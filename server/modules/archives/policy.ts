import { type Role, watchingRoles as watchers } from '../../../contracts/accounts/words.ts'
import { allow } from '../../access/resource.ts'
import { roundResource, subjectResource } from '../evaluation/index.ts'

const bureaus: readonly Role[] = ['city-official', 'district-official']

export const policy = [
  allow('archives.see-rounds', roundResource, watchers, 'concerned'),
  allow('archives.see-rounds', roundResource, ['enterprise', 'committee'], 'scored in it'),
  // The archive holds every reading, those that tell of persons among them.
  allow('archives.download', roundResource, [...bureaus, 'auditor'], 'in jurisdiction'),
  allow('archives.issue-certificates', roundResource, bureaus, 'in jurisdiction'),
  allow('archives.print-batch', roundResource, [...bureaus, 'auditor'], 'concerned'),
  allow('archives.see-papers', subjectResource, watchers, 'in jurisdiction'),
  allow('archives.see-papers', subjectResource, ['enterprise', 'committee'], 'of own body or project'),
]
