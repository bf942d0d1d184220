/** Why nobody is answerable, so that an office has to find somebody. */
export const noOwnerReasons = ['contract-ended', 'body-ended', 'no-office'] as const
export type NoOwnerReason = (typeof noOwnerReasons)[number]
