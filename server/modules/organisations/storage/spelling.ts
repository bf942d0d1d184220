import { pinyin } from 'pinyin-pro'

/** Readings that the dictionary gets wrong, by the whole word. */
const corrections: Record<string, string> = { 长安: 'chang an', 乐园: 'le yuan' }

/** How a name is typed: 'qing shan qu' → pinyin 'qingshanqu', initials 'qsq'. Other characters stay as they are, in lower case. */
export function spelling(name: string): { pinyin: string; initials: string } {
  let rest = name
  for (const [word, reading] of Object.entries(corrections)) rest = rest.replaceAll(word, ` ${reading} `)
  const syllables = pinyin(rest, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .flatMap((part) => part.split(/\s+/))
    .filter(Boolean)
    .map((part) => part.toLowerCase())
  return {
    pinyin: syllables.join(''),
    initials: syllables.map((part) => (/^[a-z]/.test(part) ? part[0] : part)).join(''),
  }
}
