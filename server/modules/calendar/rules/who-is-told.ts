import type { Telling } from '../../../access/tell.ts'
import type { Moved } from '../../deadline-source.ts'

/** What the owner of a deadline reads when it moved, or became official. */
export function tellingOf(moved: Moved, year: number): Telling {
  const { title, titleEn, before, after } = moved
  const zh = (day: string, provisional: boolean) => `${day}${provisional ? '（暂定）' : ' '}`
  const en = (day: string, provisional: boolean) => `${day}${provisional ? ' (provisional)' : ''}`
  return {
    to: moved.tell,
    zh: `${year} 年放假安排已载入：${title}由 ${zh(before, moved.wasProvisional)}改为 ${zh(after, moved.isProvisional).trim()}。`,
    en: `The holidays of ${year} were loaded: ${titleEn} is now ${en(after, moved.isProvisional)}, before ${en(before, moved.wasProvisional)}.`,
    link: moved.link,
    due: moved.isProvisional ? null : after,
  }
}
