import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { count, score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { Unknown } from '../../../parts/marks/Unknown.tsx'
import { scoresAddress } from '../addresses.ts'
import { ShareBar } from '../marks/ShareBar.tsx'
import type { RoundPage } from '../queries.ts'

/** How far each table is; the kinds lead to their lists. */
export function TableProgress({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  return (
    <section className="gz-card" aria-label={t('round.byTable')}>
      <div className="gz-section-head">
        <h2>{t('round.byTable')}</h2>
      </div>
      <Sideways>
        <table className="gz-figures-table">
          <thead>
            <tr>
              <th scope="col">{t('column.kind')}</th>
              <th scope="col" className="gz-figures-number">
                {t('column.subjects')}
              </th>
              <th scope="col">{t('column.complete')}</th>
              <th scope="col" className="gz-figures-number">
                {t('column.missing')}
              </th>
              <th scope="col" className="gz-figures-number">
                {t('column.notAssessed')}
              </th>
              <th scope="col" className="gz-figures-number">
                {t('column.mean')}
              </th>
              <th scope="col" className="gz-figures-number">
                {t('column.span')}
              </th>
            </tr>
          </thead>
          <tbody>
            {round.tables.map((table) => (
              <tr key={table.kind}>
                <th scope="row">
                  <Goto to={scoresAddress(round.id, table.kind)}>
                    {table.table} {t(`kind.${table.kind}`)}
                  </Goto>
                </th>
                <td className="gz-figures-number">{count(table.subjects)}</td>
                <td>
                  <ShareBar done={table.complete} of={table.subjects - table.notAssessed} />
                </td>
                <td className="gz-figures-number">
                  {table.missingRows > 0 ? (
                    <Goto to={scoresAddress(round.id, table.kind, { state: 'incomplete' })}>
                      {t('missingRows', { count: table.missingRows })}
                    </Goto>
                  ) : (
                    t('none')
                  )}
                </td>
                <td className="gz-figures-number">
                  {table.notAssessed > 0 ? (
                    <Goto to={scoresAddress(round.id, table.kind, { state: 'not-assessed' })}>
                      {count(table.notAssessed)}
                    </Goto>
                  ) : (
                    t('none')
                  )}
                </td>
                <td className="gz-figures-number">
                  {table.mean === null ? (
                    <Unknown why={t('round.notComputed')} />
                  ) : table.missingRows > 0 ? (
                    t('round.meanSoFar', { mean: score(table.mean) })
                  ) : (
                    score(table.mean)
                  )}
                </td>
                <td className="gz-figures-number">
                  {table.least === null || table.most === null
                    ? ''
                    : `${score(table.least)}–${score(table.most)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}
