import { claimMoved, orderMoved } from '../../../contracts/petitions/events.ts'
import type { EventKind } from '../event-kind.ts'

/** What other systems may subscribe to. */
export const eventKinds: readonly EventKind[] = [
  {
    name: 'petitions.claim-moved',
    zh: '诉求办理状态变化',
    en: 'A claim has come to another state',
    data: claimMoved,
    example: {
      number: 'SQ20261123-000001',
      state: 'signed',
      outcome: null,
      category: '0101',
      place: '150203001001001',
      day: '2026-11-23',
    },
  },
  {
    name: 'petitions.order-moved',
    zh: '12345 工单办理状态变化',
    en: 'A work order of 12345 has come to another state',
    data: orderMoved,
    example: {
      orderNumber: 'BT20261123001',
      revision: 1,
      number: 'SQ20261123-000001',
      state: 'answered',
      outcome: 'solved',
      at: '2026-11-23T08:00:00.000Z',
    },
  },
]
