import { codeLength, codeLetters } from '../../../../contracts/archives/words.ts'

/** A paper's code out of random bytes (at least 12): 60 bits, which nobody guesses at a bounded rate. */
export const codeOf = (bytes: Uint8Array): string =>
  [...bytes.subarray(0, codeLength)].map((byte) => codeLetters[byte % codeLetters.length]).join('')
