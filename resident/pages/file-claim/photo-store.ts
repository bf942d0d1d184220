import { type DBSchema, openDB } from 'idb'

export interface KeptPhoto {
  id: string
  blob: Blob
}

interface Photos extends DBSchema {
  photos: { key: string; value: KeptPhoto }
}

const opened = () =>
  openDB<Photos>('gongzhi-report', 1, {
    upgrade: (db) => void db.createObjectStore('photos', { keyPath: 'id' }),
  })

/** Photos of the draft that this browser keeps; a browser that keeps nothing answers none. */
export const keptPhotos = async (): Promise<KeptPhoto[]> => {
  try {
    return await (await opened()).getAll('photos')
  } catch {
    return []
  }
}

/** Keeps exactly these; where the browser keeps nothing they last until the page is closed. */
export async function keepPhotos(photos: readonly KeptPhoto[]): Promise<void> {
  try {
    const work = (await opened()).transaction('photos', 'readwrite')
    await work.store.clear()
    await Promise.all(photos.map((photo) => work.store.put(photo)))
    await work.done
  } catch {
    // Private windows and full disks: the page still has them.
  }
}
