import sharp from 'sharp'
import { inspectLimits } from './limits.ts'

export interface Picture {
  /** Pixels as the picture is looked at, turned upright. */
  width: number
  height: number
  /** What others see: upright, re-encoded, without the telephone's, the place's or anybody's data. JPEG. */
  preview: Buffer
  /** For lists. JPEG. */
  thumbnail: Buffer
}

/** Enough to read a notice on a wall; A4 at 200 dots an inch. */
const previewSide = 2_400
const thumbnailSide = 320
const quality = 82

/** A transparent picture stands on white paper. */
const paper = '#ffffff'

export class TooManyPixels extends Error {
  readonly width: number
  readonly height: number
  constructor(width: number, height: number) {
    super('too many pixels')
    this.width = width
    this.height = height
  }
}

/**
 * Reads a picture once and makes the two copies. Only the pixels pass: sharp writes no metadata unless told to.
 * @throws TooManyPixels before anything is decoded; whatever sharp throws for what it cannot read
 */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  const options = { failOn: 'error', limitInputPixels: inspectLimits.pixels, sequentialRead: true } as const
  const { autoOrient } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
  const { width, height } = autoOrient
  const { pixels, side } = inspectLimits
  if (width * height > pixels || width > side || height > side) throw new TooManyPixels(width, height)
  const upright = () =>
    sharp(bytes, options).autoOrient().toColourspace('srgb').flatten({ background: paper })
  const preview = await upright()
    .resize({ width: previewSide, height: previewSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality, mozjpeg: false })
    .toBuffer()
  const thumbnail = await sharp(preview)
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality })
    .toBuffer()
  return { width, height, preview, thumbnail }
}
