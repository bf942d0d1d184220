import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'

/** What can be done to a claim, each in a dialog of its own. */
export const deeds = [
  'settle-extension',
  'settle-suspension',
  'accept',
  'dispatch',
  'sign',
  'handle',
  'answer',
  'review',
  'visit',
  'close',
  'strike-off',
  'resume',
  'take-over',
  'send-back',
  'urge',
  'supervise',
  'note',
  'transfer',
  'return',
  'decline',
  'send-again',
  'ask-extension',
  'ask-suspension',
  'mark-key',
  'unmark-key',
  'merge',
  'clear-text',
  'reopen',
  'withdraw',
  'exclude',
  'include',
] as const
export type Deed = (typeof deeds)[number]

/** Those that move the claim on its way: the first that is open is the one next action. */
const forward: readonly Deed[] = deeds.slice(0, deeds.indexOf('send-back'))

/** Where the verb alone does not say it. */
const besides: Partial<Record<Deed, { verb?: string; when: (claim: ClaimRow) => boolean }>> = {
  'mark-key': { when: ({ key }) => key === null },
  'unmark-key': { verb: 'petitions.mark-key', when: ({ key }) => key !== null },
  exclude: { when: ({ excluded }) => excluded === null },
  include: { verb: 'petitions.exclude', when: ({ excluded }) => excluded !== null },
}

const isOpen = (claim: ClaimRow, deed: Deed): boolean => {
  const { verb = `petitions.${deed}`, when } = besides[deed] ?? { when: () => true }
  return claim.can[verb] === true && when(claim)
}

/** The one next action of this person on this claim. */
export const nextDeed = (claim: ClaimRow): Deed | undefined => forward.find((deed) => isOpen(claim, deed))

/** Everything else that this person may do now, the most usual first. */
export const otherDeeds = (claim: ClaimRow): Deed[] => {
  const next = nextDeed(claim)
  return deeds.filter((deed) => deed !== next && isOpen(claim, deed))
}
