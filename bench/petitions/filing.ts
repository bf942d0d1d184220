import { v7 as uuid } from 'uuid'
import { fileOwnClaim } from '../../contracts/petitions/public.ts'
import { residentCookie } from '../../server/access/door.ts'
import type { Statement } from '../../server/platform/database/together.ts'
import { captured } from '../http/capture.ts'
import type { Scenario } from '../http/scenario.ts'
import type { ScratchCity } from '../scratch-city.ts'
import type { Reporters } from './reporters.ts'

/** A resident's filing: with all statements that the server sends for it, and with its INSERTs alone. */
export interface Filing {
  all: Scenario
  inserts: Scenario
}

/** Of the process that is looked at, but none of the request's. */
const ofWorkers = /DELETE FROM platform\.outbox|FROM platform\.outbox|notices\.|next_at <|done_once/
const isIdOfNow = (id: string, since: number) =>
  id[14] === '7' && Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= since

export async function filing(city: ScratchCity, { tokens, marks }: Reporters): Promise<Filing> {
  const { rows } = await city.admin.query<{ id: string }>(
    `SELECT id FROM organisations.place WHERE kind = 'compound' AND ended_on IS NULL ORDER BY id`,
  )
  const places = rows.map(({ id }) => id)
  const [place = '', mark = ''] = [places[0], marks[0]]
  const body = { category: '0101', placeId: place, spot: '3号楼2单元', content: '压测：屋顶漏水（演示数据）' }
  const send = async (token: string | undefined, key: string) => {
    const answer = await city.app.http.inject({
      method: fileOwnClaim.method,
      url: fileOwnClaim.path,
      headers: { 'x-gongzhi': '1' },
      cookies: { [residentCookie]: token ?? '' },
      payload: { ...body, key },
    })
    if (answer.statusCode !== 200) throw new Error(`a claim was refused: ${answer.body}`)
    return answer.json<{ number: string }>().number
  }
  // Statements go together once each is prepared on its connection.
  for (let n = 1; n < 9; n++) await send(tokens[n], uuid())
  const key = uuid()
  const since = Date.now()
  let number = ''
  const sent = await captured(async () => {
    number = await send(tokens[0], key)
  })
  const turns = ofRequest(sent)
  const text = JSON.stringify(turns)
  const fresh = [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g))]
  const all: Scenario = {
    name: 'intake',
    title: '居民反映一件诉求',
    method: 'POST',
    path: fileOwnClaim.path,
    body: JSON.stringify({ ...body, key }),
    turns,
    parts: [
      { sample: place, variants: places },
      { sample: mark, variants: marks },
      { sample: number, variants: [] },
    ],
    fresh: fresh.filter((id) => id === key || isIdOfNow(id, since)),
  }
  return { all, inserts: { ...all, turns: [turns.flat().filter(writes)] } }
}

const writes = ({ text }: Statement) => /^\s*(begin|commit)\b|INSERT INTO/i.test(text)

/** Up to the turn in which the claim is written and committed; what loops of the process send meanwhile is left out. */
function ofRequest(sent: Statement[][]): Statement[][] {
  const own = sent.filter((turn) => !turn.some(({ text }) => ofWorkers.test(text)))
  const last = own.findIndex((turn) => turn.some(({ text }) => text.includes('INSERT INTO petitions.claim ')))
  if (last < 0) throw new Error('the filing of a claim wrote none')
  return own.slice(0, last + 1)
}
