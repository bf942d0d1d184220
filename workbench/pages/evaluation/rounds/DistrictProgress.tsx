import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { subjectKinds } from '../../../../contracts/evaluation/words.ts'
import { score } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { scoresAddress } from '../addresses.ts'
import { ShareBar } from '../marks/ShareBar.tsx'
import type { RoundPage } from '../queries.ts'

/** Districts against kinds: how many have all data, and their mean; each cell leads to its list. */
export function DistrictProgress({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  const kinds = subjectKinds.filter(
    (kind) => kind !== 'district' && round.districts.some((d) => d.kind === kind),
  )
  const districts = [...new Map(round.districts.map((d) => [d.districtId, d.districtName]))]
  if (districts.length === 0) return null
  return (
    <section className="gz-card" aria-label={t('round.byDistrict')}>
      <div className="gz-section-head">
        <h2>{t('round.byDistrict')}</h2>
      </div>
      <Sideways>
        <table className="gz-figures-table">
          <thead>
            <tr>
              <th scope="col">{t('column.district')}</th>
              {kinds.map((kind) => (
                <th key={kind} scope="col">
                  {t('round.kindComplete', { kind: t(`kind.${kind}`) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {districts.map(([id, name]) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {kinds.map((kind) => (
                  <td key={kind}>
                    <Cell round={round} kind={kind} district={id} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}

function Cell({ round, kind, district }: { round: RoundPage; kind: string; district: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const found = round.districts.find((d) => d.districtId === district && d.kind === kind)
  if (!found) return <span className="gz-faint">{t('none')}</span>
  return (
    <Goto to={scoresAddress(round.id, kind, { place: district })} className="gz-district-cell">
      <ShareBar done={found.complete} of={found.subjects} />
      <span className="gz-faint gz-number">
        {found.mean === null ? t('round.notComputed') : t('round.mean', { mean: score(found.mean) })}
      </span>
    </Goto>
  )
}
