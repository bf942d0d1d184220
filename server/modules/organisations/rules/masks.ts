/** What a screen may show of a name: the first character only. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}**`
