interface Corrected {
  number: string
  subjectName: string
  /** Numbers of the corrected rows that the public may see. */
  shown: readonly string[]
}

/** “更正 GZ-2026-0001：幸福花园（1-13）”: what the public is told of a correction, in no person's own words. */
export const correctionNote = ({ number, subjectName, shown }: Corrected): string =>
  `更正 ${number}：${subjectName}${shown.length > 0 ? `（${shown.join('、')}）` : ''}`
