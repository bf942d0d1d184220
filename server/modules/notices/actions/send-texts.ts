import type { Context } from '../../../access/context.ts'
import type { Texting } from '../../../access/tell.ts'
import { drainOutbox } from '../../../platform/outbox/drain.ts'
import {
  type ClaimedText,
  claimTexts,
  endText,
  forgetTexts,
  postponeText,
  queueTexts,
  type TextPayload,
} from '../storage/texts.ts'
import type { Texter } from '../texter.ts'

const atOnce = 10
/** Seconds before each further try: a code is worth nothing after ten minutes, news of a claim still is after a day. */
const pauses = [5, 20, 60, 300, 1800, 7200, 21_600, 43_200] as const
const keptMs = 30 * 24 * 3_600_000

type Surroundings = Omit<Context, 'actor'>

/** Takes what transactions wanted sent out of the outbox into the queue. Without a texter nothing leaves, nor piles up. */
export const takeTexts = (
  { db, keys, clock }: Surroundings,
  { hasTexter, warn }: { hasTexter: boolean; warn(line: string): void },
) =>
  drainOutbox({
    db,
    keys,
    kind: 'text',
    now: clock.now(),
    warn,
    async pass(trx, messages) {
      if (!hasTexter) return
      const fresh = messages.map(({ id, at, payload }) => ({ ...(payload as Texting), id, at }))
      await queueTexts(trx, keys, fresh, clock.now().toISOString())
    },
  })

/** Sends every message whose time has come. One that was under way in a killed process goes again, with the same id. */
export async function sendTexts(context: Surroundings, texter: Texter, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const claimed = await claimTexts(context.db, context.clock.now().toISOString(), atOnce)
    await Promise.all(claimed.map((message) => sendOne(context, texter, message)))
    if (claimed.length < atOnce) return
  }
}

async function sendOne(
  { db, keys, clock }: Surroundings,
  texter: Texter,
  message: ClaimedText,
): Promise<void> {
  const { id, tries, payload, until } = message
  const now = clock.now()
  if (until !== null && until < now.toISOString())
    return await endText(db, id, { state: 'given-up', fault: 'too late' })
  const { phone, zh } = JSON.parse(keys.open(payload)) as TextPayload
  try {
    await texter.send({ id, phone: keys.open(phone), text: `【共治】${zh}` })
    await endText(db, id, { state: 'sent' })
  } catch (fault) {
    const reason = (fault as Error).message.slice(0, 300)
    const pause = pauses[tries - 1]
    if (pause === undefined) return await endText(db, id, { state: 'given-up', fault: reason })
    await postponeText(db, id, new Date(now.getTime() + pause * 1000).toISOString(), reason)
  }
}

export const forgetOldTexts = ({ db, clock }: Surroundings) =>
  forgetTexts(db, new Date(clock.now().getTime() - keptMs).toISOString())
