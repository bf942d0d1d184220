import type { Progress } from './progress.ts'

interface Step {
  name: string
  title: string
  /** How many things it records, and what they are counted as. */
  size: number
  unit: '条' | '轮'
  work(recorded: (count: number) => void): Promise<void>
}

interface Surroundings {
  total: number
  stopped: AbortSignal
  isDone(name: string): boolean
  markDone(name: string): Promise<void>
  report(progress: Progress): void
  say(line: string): void
}

/** Takes steps one after the other; those done by an earlier start are passed over. */
export class Steps {
  readonly #around: Surroundings
  #done = 0

  constructor(around: Surroundings) {
    this.#around = around
  }

  async take({ name, title, size, unit, work }: Step): Promise<void> {
    const { total, stopped, isDone, markDone, report, say } = this.#around
    const before = this.#done
    const tell = () => report({ stage: name, done: this.#done, total })
    stopped.throwIfAborted()
    tell()
    if (!isDone(name)) {
      const from = performance.now()
      await work((count) => {
        this.#done += count
        tell()
      })
      await markDone(name)
      say(`  演示数据 ${title}：${size} ${unit}，${((performance.now() - from) / 1000).toFixed(1)} 秒`)
    }
    this.#done = before + size
  }
}
