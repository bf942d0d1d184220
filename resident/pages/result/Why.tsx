import type { ReactNode } from 'react'
import type { Result } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { percent, points, share } from '../../parts/format.ts'

type Group = Result['groups'][number]

/** Why the total is what it is, in words a neighbour would use; then the groups as bars. */
export function Why({ page }: { page: Result }): ReactNode {
  const { t, either } = useWords()
  const { groups, best, weakest, costliest, rows } = page
  if (groups.length === 0) return null
  const said = (name: string | null) => {
    const group = groups.find((one) => one.name === name)
    return (
      group && { group: either(group.name, group.nameEn), got: points(group.got), of: points(group.points) }
    )
  }
  const [strong, weak] = [said(best), said(weakest)]
  const costly = costliest.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  return (
    <section className="card">
      <h2>{t('result.why')}</h2>
      {strong && <p>{t('result.best', strong)}</p>}
      {weak && <p>{t('result.weakest', weak)}</p>}
      <ul className="groups">
        {groups.map((group) => (
          <GroupBar key={group.name} group={group} />
        ))}
      </ul>
      {costly.length > 0 && (
        <>
          <h3>{t('result.costliest')}</h3>
          <ol className="costly">
            {costly.map((row) => (
              <li key={row.id}>
                <strong>{either(row.indicator, row.indicatorEn)}</strong>{' '}
                <span className="lost">
                  {t('result.lost', { points: points(String(Number(row.max) - Number(row.points))) })}
                </span>
                <span className="reason extra">{either(row.why, row.whyEn)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function GroupBar({ group }: { group: Group }): ReactNode {
  const { t, either } = useWords()
  const part = share(group.got, group.points)
  return (
    <li>
      <span className="groupname">{either(group.name, group.nameEn)}</span>
      <span className="groupgot">
        {part === null
          ? t('result.groupDeduction', { got: points(group.got) })
          : t('result.groupGot', { got: points(group.got), of: points(group.points), share: percent(part) })}
      </span>
      {part !== null && (
        <span className="slim" aria-hidden="true">
          <span style={{ width: percent(part) }} />
        </span>
      )}
    </li>
  )
}
