import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePick, useTerm } from '../names.ts'
import { type DraftTable, rowsOf } from './document.ts'
import { InlineText } from './InlineText.tsx'
import { useDraft } from './useDraft.tsx'

const sumOf = (points: readonly string[]): number =>
  Math.round(points.reduce((sum, one) => sum + Number(one), 0) * 1000) / 1000

/** Groups with what their rows sum to, the owners' share and the bands: what the points of a table must add up to. */
export function TableFrame({ table }: { table: DraftTable }): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const term = useTerm()
  const { draft, save } = useDraft()
  const rows = rowsOf(draft, table.id)
  const faults = draft.faults.filter((fault) => fault.part === 'table' && fault.key === table.id)
  const put = (next: Partial<DraftTable>, base: number) =>
    save({ part: 'table', key: table.id, value: { ...table, ...next } }, base)
  return (
    <section className="gz-card gz-sums" aria-labelledby="gz-sums-head">
      <h2 id="gz-sums-head">{t('frame.title', { points: table.points })}</h2>
      {faults.map((fault) => (
        <p key={`${fault.field} ${fault.detail}`} className="gz-row-fault">
          {pick(fault.detail, fault.detailEn)}
        </p>
      ))}
      <div className="gz-sums-parts">
        <table className="gz-standard">
          <caption className="gz-hidden">{t('frame.groups')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('field.level1')}</th>
              <th scope="col" className="gz-standard-number">
                {t('frame.should')}
              </th>
              <th scope="col" className="gz-standard-number">
                {t('frame.is')}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.groups.map((group, at) => {
              // A row of one variant stands in for its twin of the other: one variant is summed.
              const own = rows.filter(
                (row) =>
                  row.level1 === group.name && (row.variant === null || row.variant === table.variants[0]),
              )
              const sum = sumOf(own.map((row) => row.points))
              return (
                <tr key={group.name}>
                  <th scope="row">{pick(group.name, group.nameEn)}</th>
                  <td className="gz-standard-number">
                    <InlineText
                      numeric
                      value={group.points}
                      label={t('frame.pointsOf', { name: group.name })}
                      save={(points, base) =>
                        put({ groups: table.groups.with(at, { ...group, points }) }, base)
                      }
                    />
                  </td>
                  <td className={`gz-standard-number ${sum === Number(group.points) ? '' : 'gz-sum-off'}`}>
                    {sum}
                  </td>
                </tr>
              )
            })}
            <tr>
              <th scope="row">
                {t('frame.owners', { evaluators: table.ownersShare.evaluators.map(term).join(t('comma')) })}
              </th>
              <td className="gz-standard-number">
                <InlineText
                  numeric
                  value={table.ownersShare.points}
                  label={t('frame.ownersPoints')}
                  save={(points, base) => put({ ownersShare: { ...table.ownersShare, points } }, base)}
                />
              </td>
              <td className="gz-standard-number">
                {sumOf(
                  rows
                    .filter(
                      (row) =>
                        table.ownersShare.evaluators.includes(row.evaluator) &&
                        (row.variant === null || row.variant === table.variants[0]),
                    )
                    .map((row) => row.points),
                )}
              </td>
            </tr>
          </tbody>
        </table>
        {table.bands.length > 0 && (
          <table className="gz-standard">
            <caption className="gz-hidden">{t('frame.bands')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('frame.band')}</th>
                <th scope="col" className="gz-standard-number">
                  {t('frame.from')}
                </th>
                <th scope="col" className="gz-standard-number">
                  {t('frame.to')}
                </th>
              </tr>
            </thead>
            <tbody>
              {table.bands.map((band, at) => (
                <tr key={band.name}>
                  <th scope="row">{pick(band.name, band.nameEn)}</th>
                  <td className="gz-standard-number">
                    <InlineText
                      numeric
                      value={band.from}
                      label={t('frame.fromOf', { name: band.name })}
                      // The band below ends where this one begins.
                      save={(from, base) => put({ bands: joined(table.bands, at, from) }, base)}
                    />
                  </td>
                  <td className="gz-standard-number">{band.to}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}

function joined(bands: DraftTable['bands'], at: number, from: string): DraftTable['bands'] {
  return bands.map((band, i) => (i === at ? { ...band, from } : i === at + 1 ? { ...band, to: from } : band))
}
