import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { roleNames } from '../../../../contracts/accounts/words.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { ShareBar } from '../marks/ShareBar.tsx'
import type { RoundStages } from './stages-query.ts'

type Work = RoundStages['progress'][number]

/** What the stage waits for: roles against districts, each leading to where it is done. */
export function StageWork({ stages: { progress } }: { stages: RoundStages }): ReactNode {
  const { t, i18n } = useTranslation('evaluation')
  if (progress.length === 0) return null
  const kinds = [...new Map(progress.map((work) => [kindOf(work), work])).values()]
  const districts = [...new Map(progress.map((work) => [work.districtId, work.districtName])).entries()]
  const zh = i18n.language.startsWith('zh')
  return (
    <Sideways>
      <table className="gz-figures-table">
        <caption className="gz-hidden">{t('stages.work')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.district')}</th>
            {kinds.map((work) => (
              <th key={kindOf(work)} scope="col">
                {zh ? work.zh : work.en}
                <div className="gz-faint">{zh ? roleNames[work.role].zh : roleNames[work.role].en}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map(([id, name]) => (
            <tr key={id}>
              <th scope="row">{name ?? t('stages.wholeCity')}</th>
              {kinds.map((kind) => (
                <td key={kindOf(kind)}>
                  <Done
                    work={progress.find((one) => one.districtId === id && kindOf(one) === kindOf(kind))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

const kindOf = ({ role, zh }: Work) => `${role} ${zh}`

function Done({ work }: { work: Work | undefined }): ReactNode {
  const { t } = useTranslation('evaluation')
  if (!work) return <span className="gz-faint">{t('none')}</span>
  const bar = <ShareBar done={work.done} of={work.total} />
  return work.link === null ? bar : <Goto to={work.link}>{bar}</Goto>
}
