/** Long enough for any honest title, short enough for every file system once it is UTF-8. */
const mostCharacters = 80

/**
 * A file's name as people may see it and keep it on any system: the last part of a path; without controls, without marks
 * that turn the direction of writing (they make "gpj.exe" look like "exe.jpg"), without what Windows forbids.
 * @param extension given where the name has none, such as jpg
 */
export function cleanName(given: string, extension: string): string {
  const last = given.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const sound = last
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\uFFFD\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = sound.lastIndexOf('.')
  const [stem, end] = dot > 0 ? [sound.slice(0, dot), sound.slice(dot + 1)] : [sound, extension]
  const short = [...stem].slice(0, mostCharacters).join('').trimEnd() || '未命名'
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short)
  return `${reserved ? '_' : ''}${short}.${[...end].slice(0, 10).join('')}`
}

/** The extension that a name claims, in small letters; '' where it claims none. */
export function extensionOf(given: string): string {
  const name = cleanName(given, '')
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}
