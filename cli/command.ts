/** Where a command writes. Each call is one line or block of lines; the line's end is added by the caller. */
export interface Io {
  out(text: string): void
  err(text: string): void
}

/** One command of `gongzhi`. `run` answers the exit code: 0 done, 1 refused or faulty. */
export interface Command {
  summary: string
  usage: string
  run(argv: string[], io: Io): Promise<number>
}
