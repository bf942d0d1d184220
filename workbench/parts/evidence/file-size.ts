import { rounded } from '../format.ts'

const kibibyte = 1024
const mebibyte = kibibyte * kibibyte

/** Bytes as people read them: 812 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < mebibyte) return `${Math.max(1, Math.round(bytes / kibibyte))} KB`
  return `${rounded(`${bytes}/${mebibyte}`, 1)} MB`
}
