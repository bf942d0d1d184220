import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { type DocumentRecord, uploadDocument } from '../../../contracts/documents/staff.ts'
import { upload } from '../../api/upload.ts'

/** When and where a photo was taken on the spot, as the form's fields. */
export type PhotoNotes = Partial<Record<'takenAt' | 'latitude' | 'longitude', string>>

/** A file on its way. It keeps its id through every try, so that the server takes it once. */
export interface Sending {
  id: string
  file: File
  notes: PhotoNotes
  state: 'waiting' | 'sending' | 'failed'
  /** 0 to 1. */
  share: number
  /** Why it failed: what the server or the line said. */
  error: unknown
}

interface Uploads {
  items: Sending[]
  /** Does nothing once `most` files are on their way. */
  add: (file: File, notes: PhotoNotes, most: number) => void
  retry: (id: string) => void
  remove: (id: string) => void
}

/** Sends files one after another, since a compound's mobile network bears no more. @param onDone hears of each that arrived */
export function useUploads(onDone: (document: DocumentRecord) => void): Uploads {
  const [items, setItems] = useState<Sending[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    const running = stops.current
    return () => {
      for (const stop of running.values()) stop.abort()
    }
  }, [])

  const change = useCallback(
    (id: string, part: Partial<Sending>) =>
      setItems((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one))),
    [],
  )
  const remove = useCallback((id: string) => {
    stops.current.get(id)?.abort()
    stops.current.delete(id)
    setItems((all) => all.filter((one) => one.id !== id))
  }, [])

  const next = items.some(({ state }) => state === 'sending')
    ? undefined
    : items.find(({ state }) => state === 'waiting')
  useEffect(() => {
    if (!next) return
    const { id, file, notes } = next
    const stop = new AbortController()
    stops.current.set(id, stop)
    change(id, { state: 'sending', share: 0, error: null })
    const onProgress = (share: number) => change(id, { share })
    upload(uploadDocument, { file, query: { id }, fields: notes, signal: stop.signal, onProgress }).then(
      (document) => {
        remove(id)
        done.current(document)
      },
      (error: unknown) => {
        if (!stop.signal.aborted) change(id, { state: 'failed', error })
      },
    )
  }, [next, change, remove])

  return {
    items,
    add: (file, notes, most) =>
      setItems((all) =>
        all.length < most
          ? [...all, { id: uuid(), file, notes, state: 'waiting', share: 0, error: null }]
          : all,
      ),
    retry: (id) => change(id, { state: 'waiting', error: null }),
    remove,
  }
}
