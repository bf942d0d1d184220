import type { StateKind } from '../../../parts/marks/StateTag.tsx'

export const openingKinds: Record<'asked' | 'agreed' | 'refused', StateKind> = {
  asked: 'waiting',
  agreed: 'done',
  refused: 'refused',
}
