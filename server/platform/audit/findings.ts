/** What a verification may find, with the sentence that a person reads. */
const texts = {
  'entry-changed': { zh: '第 {entry} 条记录被改动或伪造', en: 'entry {entry} was changed or forged' },
  'entry-removed': { zh: '第 {entry} 条记录被删除', en: 'entry {entry} was removed' },
  'entry-inserted': {
    zh: '第 {entry} 条记录绕过程序写入',
    en: 'entry {entry} was inserted behind the program',
  },
  'seal-changed': { zh: '第 {seal} 号封条被改动', en: 'seal {seal} was changed' },
  'seal-forged': { zh: '第 {seal} 号封条不是本系统所加', en: 'seal {seal} is not ours' },
  'seal-removed': { zh: '第 {seal} 号封条被删除', en: 'seal {seal} was removed' },
  'rolled-back': {
    zh: '库外文件记有第 {seal} 号封条，数据库里没有：数据库被回退或末尾被截断',
    en: 'the file outside holds seal {seal}, which the database does not: it was rolled back or its end was cut off',
  },
  'outside-missing': {
    zh: '库外的封条文件不见了，无法判断数据库是否被回退',
    en: 'the seal file outside the database is missing, so a rolled-back database cannot be told',
  },
} as const

export type FindingKind = keyof typeof texts

export interface Finding {
  kind: FindingKind
  entry?: number
  seal?: number
  zh: string
  en: string
}

export function finding(kind: FindingKind, where: { entry?: number; seal?: number } = {}): Finding {
  const fill = (text: string) =>
    text.replace('{entry}', String(where.entry)).replace('{seal}', String(where.seal))
  return { kind, ...where, zh: fill(texts[kind].zh), en: fill(texts[kind].en) }
}
