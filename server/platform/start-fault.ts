/**
 * Something outside the program keeps it from starting: a port in use, a folder that cannot be written, no database.
 * The person at the console sees these two sentences and nothing else, so they must say what to do.
 */
export class StartFault extends Error {
  override name = 'StartFault'

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options)
  }
}

/** The message of whatever was thrown, for the tail of a start fault. */
export const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown)
