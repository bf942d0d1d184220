import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { resultQuery } from '../../api/queries.ts'
import { useParts } from '../../app/address.ts'
import { useElderly } from '../../app/mode.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { useTitle } from '../../parts/title.ts'
import { To } from '../../parts/To.tsx'
import { Around } from './Around.tsx'
import { Headline } from './Headline.tsx'
import { History } from './History.tsx'
import { Rows } from './Rows.tsx'
import { Versions } from './Versions.tsx'
import { Why } from './Why.tsx'
import './result.css'

/** Paper cannot be unfolded: whatever prints the page prints all of it. @returns how to stop */
function unfoldForPrint(): () => void {
  const unfold = () => {
    for (const folded of document.querySelectorAll('details')) folded.open = true
  }
  window.addEventListener('beforeprint', unfold)
  return () => window.removeEventListener('beforeprint', unfold)
}

/** Stars first, then why, then the rows. */
export function ResultPage(): ReactNode {
  const { t } = useWords()
  const { roundId, subjectId } = useParts('roundId', 'subjectId')
  const { data, error, refetch } = useQuery(resultQuery(roundId, subjectId))
  const elderly = useElderly()
  useTitle(data?.subject.name)
  useEffect(unfoldForPrint, [])
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <Headline page={data} />
      <div className="resultcolumns">
        <div>
          <Why page={data} />
          <Rows page={data} />
        </div>
        <div>
          <Around page={data} />
          {!elderly && <History page={data} />}
          <Versions page={data} />
          <p className="noprint extra">
            <button type="button" className="button" onClick={() => window.print()}>
              {t('result.print')}
            </button>
          </p>
        </div>
      </div>
      {data.round.takesObjections && (
        <div className="thumb narrow-only noprint">
          <To
            to="/publicity/objection"
            search={{ round: roundId, subject: subjectId }}
            className="button primary"
          >
            {t('result.object')}
          </To>
        </div>
      )}
    </>
  )
}
