import type { Role } from '../../../../../contracts/accounts/words.ts'
import type { Telling } from '../../../../access/tell.ts'
import { shanghaiInstant } from '../../../../values/working-days.ts'
import type { Callable } from '../../storage/whistles.ts'

interface Call {
  id: string
  number: string
  placeId: string
  matter: string
  urgent: boolean
  dueAt: string
}

const officeRoles: readonly Role[] = [
  'community-official',
  'street-official',
  'district-official',
  'city-official',
]

/** Whoever is called hears where, why and until when; a firm's head of project too. */
export function tellCalled(
  { id, number, placeId, matter, urgent, dueAt }: Call,
  { bodyId, placeId: officeId, kind }: Callable,
): Telling[] {
  const until = shanghaiInstant(new Date(dueAt)).slice(0, 16).replace('T', ' ')
  const heads =
    kind === 'enterprise' ? [{ placeId, roles: ['project-head' as const], reach: 'at' as const }] : []
  return [
    {
      to: bodyId
        ? [{ bodyId, roles: ['enterprise', 'committee', 'enforcement'] }, ...heads]
        : [{ placeId: officeId as string, roles: officeRoles, reach: 'at' }],
      zh: `${urgent ? '紧急' : ''}吹哨 ${number}：${matter}。请于 ${until} 前到场报到。`,
      en: `${urgent ? 'Urgent call' : 'Call'} ${number}: come to the spot and check in by ${until}.`,
      link: `/petitions/whistles/${id}`,
      key: `petitions.whistle.${id}.${bodyId ?? officeId}`,
    },
  ]
}
