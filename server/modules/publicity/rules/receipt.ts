import { receiptLetters } from '../../../../contracts/publicity/words.ts'

const length = 12

/** A receipt's number out of random bytes (at least 12): 59 bits, which nobody guesses at a bounded rate. */
export function receiptOf(bytes: Uint8Array): string {
  const letters = [...bytes.subarray(0, length)].map((byte) => receiptLetters[byte % receiptLetters.length])
  const text = letters.join('')
  return `YY-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
