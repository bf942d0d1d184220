import { clockTitles, levelNames } from '../../../../contracts/petitions/words.ts'
import type { Audience, Telling, Texting, Told } from '../../../access/tell.ts'
import type { Db } from '../../../platform/database/database.ts'
import { shanghaiInstant } from '../../../values/working-days.ts'
import type { KeptEvent } from '../rules/events.ts'
import { followersOfAll } from '../storage/due-claims.ts'
import type { Advanced } from './advance.ts'
import { audienceAbove, audienceOf, pageOf } from './audiences.ts'
import { tellClimbs } from './tell-climbs.ts'

/** From so many claims on, a person is told how many there are, not of each. */
const many = 4
const desk = '/petitions/desk'
const supervision = '/petitions/supervision'

/** Whom a batch of the sweep tells: offices of what climbed to them, handlers of what runs out, residents of climbs. */
export async function tellsOfSweep(db: Db, moved: readonly Advanced[]): Promise<Told> {
  const climbed = moved.filter(({ fresh }) => fresh.some(({ kind }) => kind === 'climbed'))
  const followers = await followersOfAll(
    db,
    climbed.map(({ filed }) => filed.id),
  )
  return {
    tells: [
      ...gathered(climbed, officeOf, tellOffice, (count, one) => ({
        zh: `${count} 件诉求超期未办，升级到${levelNames[one.claim.level].zh}，请督办、直接办理或限期交办。`,
        en: `${count} claims ran out of time and have climbed to your level.`,
        link: supervision,
      })),
      ...gathered(climbed, handlerOf, tellHandler, (count) => ({
        zh: `${count} 件诉求超期未办，已升级到上一级，请尽快办理。`,
        en: `${count} claims in your hands have climbed to the level above.`,
        link: desk,
      })),
      ...gathered(moved, working, tellTerm, (count) => ({
        zh: `${count} 件诉求即将到期、已经超期或恢复计时，请及时办理。`,
        en: `${count} claims are about to run out, have run out or run again.`,
        link: desk,
      })),
    ],
    texts: climbed.flatMap((one) => textsOf(one, followers.get(one.filed.id) ?? [])),
  }
}

const officeOf = ({ claim, filed }: Advanced) => (claim.leader ? audienceOf(claim.leader, filed) : [])
const handlerOf = ({ claim, filed }: Advanced) => audienceOf(claim.handler, filed)

/** Who must do the next thing: the handler, and whoever takes in, reviews, visits and strikes off for what it did. */
function working({ claim: { handler, running }, filed }: Advanced): Audience[] {
  const isHandlers = running?.name === 'sign' || running?.name === 'answer' || running?.name === 'level'
  const own = isHandlers || running?.name === 'accept' ? audienceOf(handler, filed) : []
  return own.length > 0 ? own : audienceAbove(handler, filed)
}

const tellOffice = (one: Advanced): Telling[] =>
  tellClimbs(one).filter(({ key }) => !key?.endsWith('.handler'))
const tellHandler = (one: Advanced): Telling[] =>
  tellClimbs(one).filter(({ key }) => key?.endsWith('.handler'))

/** A warning, an end without a climb, a clock that runs again. */
function tellTerm(one: Advanced): Telling[] {
  const { filed, claim, fresh } = one
  if (fresh.some(({ kind }) => kind === 'climbed')) return []
  return fresh.flatMap((event): Telling[] => {
    const said = termWords(event)
    if (!said) return []
    return [
      {
        to: working(one),
        zh: `诉求 ${filed.number}（${filed.placeName}）${said.zh}`,
        en: `Claim ${filed.number}: ${said.en}`,
        link: pageOf(filed),
        key: `petitions.${event.kind}.${filed.id}.${claim.cycle}.${event.seq}`,
      },
    ]
  })
}

function termWords(event: KeptEvent): { zh: string; en: string } | undefined {
  if (event.kind === 'warned') {
    const { zh, en } = clockTitles[event.data.clock]
    return {
      zh: `${zh}期限已过 ${event.data.fraction}，请及时办理。`,
      en: `${event.data.fraction} of the term has passed (${en}).`,
    }
  }
  if (event.kind === 'overdue') {
    const { zh, en } = clockTitles[event.data.clock]
    const until = shanghaiInstant(new Date(event.data.dueAt)).slice(0, 16).replace('T', ' ')
    return { zh: `${zh}已超期（期限至 ${until}）。`, en: `overdue since ${until} (${en}).` }
  }
  if (event.kind === 'resumed') return { zh: '挂起到期，已恢复计时。', en: 'the clock runs again.' }
  return undefined
}

interface Group {
  one: Advanced
  to: Map<string, Audience>
  tellings: Telling[]
  count: number
}

/** Each of few, or the number of many: those with the same audience together. */
function gathered(
  all: readonly Advanced[],
  audience: (one: Advanced) => Audience[],
  each: (one: Advanced) => Telling[],
  together: (count: number, one: Advanced) => Omit<Telling, 'to'>,
): Telling[] {
  const groups = new Map<string, Group>()
  for (const one of all) {
    const tellings = each(one)
    if (tellings.length === 0) continue
    const to = audience(one)
    const key = JSON.stringify(to[0])
    const group: Group = groups.get(key) ?? { one, to: new Map(), tellings: [], count: 0 }
    groups.set(key, group)
    group.count++
    for (const whom of to) group.to.set(JSON.stringify(whom), whom)
    if (group.count < many) group.tellings.push(...tellings)
  }
  return [...groups.values()].flatMap(({ one, to, tellings, count }) =>
    count < many ? tellings : [{ to: [...to.values()], ...together(count, one) }],
  )
}

/** The reporter, and everybody who follows: number and level, no words of the claim. */
const textsOf = ({ filed, claim }: Advanced, followers: readonly string[]): Texting[] =>
  [...(filed.reporterPhone ? [filed.reporterPhone] : []), ...followers].map((phone, i) => ({
    phone,
    zh: `您反映的诉求 ${filed.number} 未按期办理，已自动升级到${levelNames[claim.level].zh}督办。`,
    key: `petitions.${filed.id}.${claim.seq}.${i}`,
  }))
