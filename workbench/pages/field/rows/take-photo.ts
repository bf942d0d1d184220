import { v7 as uuid } from 'uuid'
import { mostBytes } from '../../../../contracts/documents/words.ts'
import { notesOnTheSpot } from '../../../parts/evidence/on-the-spot.ts'
import type { FieldFile } from '../store/entry.ts'
import type { FieldStore } from '../store/field-store.ts'

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const

/** Longer than `notesOnTheSpot` waits for the satellites. */
const placePatienceMs = 10_000
const previewSide = 360

/** Why a file is no photo that the server would take. */
export const photoFault = (file: File): 'type' | 'size' | null =>
  !photoTypes.some((type) => type === file.type) ? 'type' : file.size > mostBytes.picture ? 'size' : null

/** Keeps a photo at once; its place and a small picture of it follow. @returns the document's id */
export function keepPhoto(
  store: FieldStore,
  { taskId, row }: { taskId: string; row: string },
  file: File,
): string {
  const id = uuid()
  const kept: FieldFile = {
    id,
    taskId,
    row,
    name: file.name || `${id}.jpg`,
    bytes: file,
    preview: null,
    takenAt: new Date().toISOString(),
    latitude: null,
    longitude: null,
    placeBy: Date.now() + placePatienceMs,
    isSent: false,
    refusal: null,
  }
  void store.putFile(kept)
  const follow = (part: Partial<FieldFile>): void => {
    const now = store.state.files.get(id)
    if (now) void store.putFile({ ...now, ...part })
  }
  void notesOnTheSpot().then(({ latitude, longitude }) =>
    // Without a place it need not be waited for any longer.
    follow(latitude && longitude ? { latitude, longitude } : { placeBy: 0 }),
  )
  void smallPicture(file).then((preview) => follow({ preview }))
  return id
}

/** A signature is drawn here and needs neither place nor smaller picture. */
export function keepSignature(store: FieldStore, taskId: string, bytes: Blob): string {
  const id = uuid()
  void store.putFile({
    id,
    taskId,
    row: null,
    name: 'signature.png',
    bytes,
    preview: bytes,
    takenAt: new Date().toISOString(),
    latitude: null,
    longitude: null,
    placeBy: 0,
    isSent: false,
    refusal: null,
  })
  return id
}

async function smallPicture(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const scale = Math.min(1, previewSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8))
}
