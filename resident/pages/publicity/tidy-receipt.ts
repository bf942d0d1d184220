/** A receipt's number as it is printed, from what somebody typed: yy abcd2345wxyz → YY-ABCD-2345-WXYZ. */
export function tidyReceipt(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const body = letters.startsWith('YY') && letters.length > 12 ? letters.slice(2) : letters
  return `YY-${body.slice(0, 4)}-${body.slice(4, 8)}-${body.slice(8)}`
}
