import type { PhotoNotes } from './useUploads.ts'

/** A grader waits at most so long for the satellites; the photo counts without them too. */
const patienceMs = 8_000
const freshMs = 60_000

/** The time now and, where the person allows it, the place: for a photo taken this moment. */
export async function notesOnTheSpot(): Promise<PhotoNotes> {
  const takenAt = new Date().toISOString()
  const place = await new Promise<PhotoNotes>((resolve) => {
    if (!('geolocation' in navigator)) return resolve({})
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) }),
      () => resolve({}),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: freshMs },
    )
  })
  return { takenAt, ...place }
}
