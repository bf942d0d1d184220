import { sql } from 'kysely'
import type { Role } from '../../../contracts/accounts/words.ts'
import { inJurisdiction, ofActor, ofOwnBody, ofOwnPhone } from '../../access/reach.ts'
import { allow, defineResource } from '../../access/resource.ts'

/** It hangs on a record that is shown to a body. */
const shownTo = (body: ReturnType<typeof sql>) =>
  sql<boolean>`EXISTS (SELECT FROM documents.attachment held JOIN documents.shown_record shown
    ON shown.resource = held.resource AND shown.record_id = held.record_id WHERE held.document_id = r.id AND ${body})`

/** A document lies where the record that holds it says; until then it is its uploader's alone. */
export const document = defineResource({
  name: 'documents.document',
  table: sql`documents.document`,
  key: 'id',
  conditions: {
    own: (scope) =>
      sql`(coalesce(${ofActor('r.uploaded_by')(scope)}, false) OR ${ofOwnPhone('r.uploaded_by_phone')(scope)})`,
    'in jurisdiction': inJurisdiction('r.place_id'),
    'of own body': ofOwnBody('r.body_id'),
    'shown to own body': (scope) => shownTo(sql`shown.body_id = ANY(${scope.bodies}::uuid[])`),
    'shown to the firm of own project': (scope) =>
      sql`(${inJurisdiction('r.place_id')(scope)} AND ${shownTo(sql`EXISTS (
        SELECT FROM organisations.published_service_contract contract
        WHERE contract.compound_id = r.place_id AND contract.provider_id = shown.body_id AND contract.valid_from <= ${scope.today}
          AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today}))`)})`,
    'of the firm of own project': (scope) =>
      sql`(${inJurisdiction('r.place_id')(scope)} AND EXISTS (SELECT FROM organisations.published_service_contract contract
        WHERE contract.compound_id = r.place_id AND contract.provider_id = r.body_id AND contract.valid_from <= ${scope.today}
          AND (contract.valid_to IS NULL OR contract.valid_to > ${scope.today})))`,
  },
})

const officials: readonly Role[] = [
  'city-official',
  'district-official',
  'street-official',
  'community-official',
  'party-department',
]

/** Who reports, grades, surveys or appeals brings evidence; auditors and the three administrators change nothing here. */
const bringing: readonly Role[] = [
  ...officials,
  'enterprise',
  'project-head',
  'committee',
  'enforcement',
  'evaluator',
  'survey-agency',
  'association',
]

export const policy = [
  allow('documents.upload', document, bringing, 'own'),
  // Residents bring photos of what they report.
  allow('documents.upload-photos', document, 'phone-proved', 'own'),
  allow('documents.see', document, 'signed-in', 'own'),
  allow('documents.see', document, [...officials, 'evaluator', 'auditor'], 'in jurisdiction'),
  allow('documents.see', document, ['enterprise', 'committee', 'enforcement'], 'of own body'),
  allow('documents.see', document, ['enterprise', 'committee', 'enforcement'], 'shown to own body'),
  allow('documents.see', document, ['project-head'], 'shown to the firm of own project'),
  // A head of project acts for the firm that serves it: what colleagues brought is theirs together, what another firm brought is not.
  allow('documents.see', document, ['project-head'], 'of the firm of own project'),
  // A photo's own data tell whose telephone it was and every place it was at: for its owner, and for the audit.
  allow('documents.see-original', document, 'signed-in', 'own'),
  allow('documents.see-original', document, ['auditor'], 'in jurisdiction'),
]
