import type { App } from './app.ts'
import { visitor } from './access/actor.ts'
import { issueSetUpToken, needsSetUp } from './modules/accounts/index.ts'

interface Greeting {
  app: App
  /** Whether the installation holds a demonstration, which makes its own accounts. */
  demo: boolean
  address: string
  say(line: string): void
}

/** What the console tells once the door is open: the address, and how the first person gets in. */
export async function greet({ app, demo, address, say }: Greeting): Promise<void> {
  const { context } = app
  const ctx = { ...context, actor: visitor(context.clock.today()) }
  say(`共治 Gongzhi 已启动：${address}`)
  if (!demo && (await needsSetUp(ctx.db))) {
    const token = await issueSetUpToken(ctx.db, context.clock.now().toISOString())
    say(`还没有任何账号。请打开 ${address}/set-up ，用这个一次性口令建立首位管理员：${token}`)
  }
}
