import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const project = fileURLToPath(new URL('../..', import.meta.url))
const patienceMs = 60_000

/** A real server in a process of its own, that can be killed and started again on the same port. */
export class ServerProcess {
  readonly address: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #flags: readonly string[]
  #child: ChildProcess | undefined
  #ended: Promise<number | null> = Promise.resolve(null)
  #said = ''

  /** @param environment PORT, GONGZHI_DATA and, for an outside database, its address */
  constructor(environment: Record<string, string>, flags: readonly string[] = []) {
    this.address = `http://127.0.0.1:${environment.PORT}`
    this.#environment = { ...process.env, ...environment }
    this.#flags = flags
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Why it ended as far as it said so, else the last of what it printed: for a failure's report. */
  get lastWords(): string {
    const thrown = this.#said.search(/^(node:|file:|.*triggerUncaughtException)/m)
    return thrown < 0 ? this.#said.slice(-600) : this.#said.slice(thrown, thrown + 1500)
  }

  /** Starts it and waits until it answers. @throws with its last words when it does not */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program, ...this.#flags], {
      cwd: project,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#ended = new Promise((ended) => child.once('exit', ended))
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.#said += String(chunk)))
    const giveUp = Date.now() + patienceMs
    while ((await this.health()) === undefined) {
      if (!this.isRunning || Date.now() > giveUp)
        throw new Error(`the server did not start: ${this.lastWords}`)
      await pause(25)
    }
  }

  /** What GET /healthz answers; undefined while nobody does. */
  async health(): Promise<{ demo?: { stage: string } } | undefined> {
    try {
      const answer = await fetch(`${this.address}/healthz`)
      return answer.ok ? ((await answer.json()) as { demo?: { stage: string } }) : undefined
    } catch {
      return undefined
    }
  }

  /** kill -9, as by the machine's own hand. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL')
    await this.#ended
  }

  /** Stops it as Ctrl-C does; one that does not go within the time is killed. */
  async stop(): Promise<void> {
    if (!this.isRunning) return
    this.#child?.kill('SIGTERM')
    const late = setTimeout(() => this.#child?.kill('SIGKILL'), 20_000)
    await this.#ended
    clearTimeout(late)
  }
}
