import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'
import { reasonOf, StartFault } from '../start-fault.ts'

/** Opens the port. @returns the address to print; @throws StartFault when the port is taken or not allowed */
export async function listen(
  app: FastifyInstance,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (fault) {
    const code = (fault as { code?: string }).code
    if (code === 'EADDRINUSE')
      throw new StartFault(
        `端口 ${port} 已被其他程序占用。请关闭那个程序，或换一个端口启动，如：PORT=${port + 1} npm start`,
        `Port ${port} is in use: stop the other program, or choose another with PORT=${port + 1} npm start.`,
      )
    throw new StartFault(
      `不能在 ${host}:${port} 上监听。`,
      `Cannot listen on ${host}:${port}: ${reasonOf(fault)}`,
    )
  }
}
