// ECMA-376 ST_Xstring: characters that XML cannot carry travel as _xHHHH_, and so does an underscore that would begin one.
const escaped = /_x([0-9A-Fa-f]{4})_/g
const unsafe = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu

/** The text that a cell's XML stands for. */
export const unescapeCellText = (text: string): string =>
  text.includes('_x')
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** The same text, so that it survives being written into a cell's XML unchanged. */
export const escapeCellText = (text: string): string =>
  text.replace(unsafe, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
