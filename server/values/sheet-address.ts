/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    const digit = (rest - 1) % 26
    letters = String.fromCodePoint(65 + digit) + letters
    rest = (rest - 1 - digit) / 26
  }
  return letters
}

/** A7 → 1, AA7 → 27; 0 when the reference has no letters. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const digit = (reference.charCodeAt(i) | 32) - 96
    if (digit < 1 || digit > 26) break
    column = column * 26 + digit
  }
  return column
}
