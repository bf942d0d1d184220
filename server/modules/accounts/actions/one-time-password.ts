import { randomInt } from 'node:crypto'

const small = 'abcdefghjkmnpqrstuvwxyz'
const alphabets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', small, '23456789', small]

/** A password to be read aloud once (71 bits): no characters that look alike, three kinds of them, e.g. `Kd4m-Pb7x-Ru3n-Hv9s`. */
export function oneTimePassword(): string {
  const pick = (alphabet: string) => alphabet[randomInt(alphabet.length)] as string
  return [1, 2, 3, 4].map(() => alphabets.map(pick).join('')).join('-')
}
