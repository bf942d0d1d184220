const longestSide = 1920
const quality = 0.82

/**
 * A photo as a JPEG of at most 1,920 pixels, upright and without what the camera wrote into it: a fifth of the bytes, and
 * nothing of where it was taken. What the browser cannot read goes as it is, and the server says what is wrong with it.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', quality))
  } catch {
    return file
  }
}
