const mebibyte = 1024 * 1024

/** What one uploaded sheet may cost: a small archive can unpack into more than any machine holds. */
export interface SheetLimits {
  /** Bytes of the file as it is uploaded. */
  file: number
  /** Bytes that one part of the archive may unpack to. */
  part: number
  /** Bytes of the shared texts, the one part that must be held in memory. */
  texts: number
  rows: number
  /** Cells right of this column are not read. */
  columns: number
}

export const sheetLimits: SheetLimits = {
  file: 40 * mebibyte,
  part: 600 * mebibyte,
  texts: 128 * mebibyte,
  rows: 200_000,
  columns: 200,
}
