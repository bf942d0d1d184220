/** One benchmark: tells people what it does and answers its figures by name. */
export type Bench = (say: (line: string) => void) => Promise<Record<string, number>>
