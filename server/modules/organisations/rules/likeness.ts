const suffixes = /(小区|花园|家园|公寓|佳苑|嘉园|新村|院|里)$/u

/** A compound's name without what people add or leave out: brackets, blanks, 包头市, the usual endings. */
export function coreName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/^包头市?/u, '')
    .replace(/[\s·•,，。.\-—（）()【】[\]“”"'’‘]/gu, '')
  return plain.replace(suffixes, '') || plain
}
