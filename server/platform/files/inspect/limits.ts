const mebibyte = 1024 * 1024

/** What looking into one file may cost, whatever it declares of itself. */
export const inspectLimits = {
  /** Telephones take up to 64 million; decoding more costs the server seconds and gigabytes. */
  pixels: 80_000_000,
  /** A side longer than this is no photograph; libjpeg itself ends at 65,535. */
  side: 30_000,
  /** A long report with pictures has some hundreds of parts. */
  entries: 2_000,
  /** All parts of an Office file unpacked. */
  unpacked: 200 * mebibyte,
  /** XML shrinks at most to about a hundredth; what shrinks more was made to. */
  ratio: 200,
  /** Below this size no ratio matters. */
  unpackedAnyway: 10 * mebibyte,
  /** Object streams of a PDF unpacked, all together. */
  pdfObjects: 64 * mebibyte,
} as const
