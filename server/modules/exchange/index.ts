import { trialEvent } from '../../../contracts/exchange/events.ts'
import type { Context } from '../../access/context.ts'
import { type Loop, startLoop } from '../../platform/loop.ts'
import { whenOutboxFills } from '../../platform/outbox/wake.ts'
import type { EventKind } from '../event-kind.ts'
import type { Module } from '../module.ts'
import { beginDue } from './actions/deliver-due.ts'
import { takeEvents } from './actions/take-events.ts'
import { AddressGate, type GateOptions } from './address-gate.ts'
import { policy } from './policy.ts'
import { routes } from './routes.ts'

export type { GateOptions } from './address-gate.ts'

export interface ExchangeOptions extends GateOptions {
  demo: boolean
  /** What the modules let other systems know. */
  events: readonly EventKind[]
}

export interface ExchangeModule extends Module {
  start(context: Omit<Context, 'actor'>, warn: (line: string) => void): void
  stop(): Promise<void>
}

/** Events for other systems: who wants which, signed, tried until they are taken. */
export function exchangeModule({ demo, events, networks, local }: ExchangeOptions): ExchangeModule {
  const gate = new AddressGate({ networks, local })
  let loop: Loop | undefined
  let deaf: () => void = () => undefined
  const lanes = new Set<Promise<void>>()
  return {
    name: 'exchange',
    uses: [],
    policy,
    events: [trialEvent],
    routes: routes({ demo, gate, kinds: events, wake: () => loop?.wake() }),
    start(context, warn) {
      const failed = (fault: Error) => warn(`发送事件暂未成功，将继续重试：${fault.message}`)
      loop = startLoop({
        everyMs: 1_000,
        async round(signal) {
          await takeEvents(context, events, warn)
          // Not waited for: a silent receiver would keep the events of all others from being looked at.
          for (const begun of await beginDue(context, gate, signal)) {
            const lane = begun.catch(failed).finally(() => lanes.delete(lane))
            lanes.add(lane)
          }
        },
        warn: failed,
      })
      deaf = whenOutboxFills(context.db, () => loop?.wake())
    },
    async stop() {
      deaf()
      await loop?.stop()
      await Promise.all(lanes)
    },
  }
}
