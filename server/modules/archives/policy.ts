import { sql } from 'kysely'
import { type Role, watchingRoles as watchers } from '../../../contracts/accounts/words.ts'
import { inJurisdiction, ofActor } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'
import { roundResource, subjectResource } from '../evaluation/index.ts'

/** A notice or certificate: whose place and body it concerns stands with its subject. */
export const paper = defineResource({
  name: 'archives.paper',
  table: sql`(SELECT c.id, s.place_id, s.body_id FROM archives.certificate c
    JOIN evaluation.published_subject s ON s.id = c.subject_id)`,
  key: 'id',
  conditions: {
    'in jurisdiction': inJurisdiction('r.place_id'),
    'of own body or project': subjectResource.conditions['of own body or project'],
  },
})

/** It holds what its asker may see, and is nobody else's. */
export const batch = defineResource({
  name: 'archives.batch',
  table: sql`archives.batch`,
  key: 'id',
  conditions: { own: ofActor('r.asked_by') },
})

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
  allow('archives.download-paper', paper, watchers, 'in jurisdiction'),
  allow('archives.download-paper', paper, ['enterprise', 'committee'], 'of own body or project'),
  allow('archives.see-batch', batch, [...bureaus, 'auditor'], 'own'),
]
