import type { ReactNode } from 'react'
import type { Result } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { score } from '../../parts/format.ts'
import { RoundTag } from '../../parts/RoundTag.tsx'
import { Stars } from '../../parts/Stars.tsx'
import { TermLeft } from '../../parts/TermLeft.tsx'
import { To } from '../../parts/To.tsx'

export function Headline({ page }: { page: Result }): ReactNode {
  const { t } = useWords()
  const { round, subject, upper } = page
  return (
    <section className="card headline">
      <nav aria-label={t('result.lies')} className="crumbs extra">
        {upper.map((one) => (
          <To key={one.subjectId} to={`/results/${round.id}/${one.subjectId}`}>
            {one.name}
          </To>
        ))}
      </nav>
      <h1>{subject.name}</h1>
      <p className="line where">
        {t(`kinds.${subject.kind}`)} · {t('results.of', { place: round.placeName, year: round.year })}{' '}
        <RoundTag round={round} />
      </p>
      <Got page={page} />
      {round.takesObjections && (
        <>
          <TermLeft round={round} />
          <p className="wide-only noprint">
            <To
              to="/publicity/objection"
              search={{ round: round.id, subject: subject.subjectId }}
              className="button primary"
            >
              {t('result.object')}
            </To>
          </p>
        </>
      )}
    </section>
  )
}

function Got({ page: { subject } }: { page: Result }): ReactNode {
  const { t } = useWords()
  if (subject.notAssessed || subject.total === null)
    return <p className="big">{t(subject.notAssessed ? 'result.notAssessed' : 'results.noScore')}</p>
  return (
    <>
      {subject.kind === 'compound' && <Stars band={subject.band} large />}
      <p className="big">
        {t('result.total', { total: score(subject.total) })}
        {subject.rank !== null && (
          <span className="where"> {t('result.rank', { rank: subject.rank, of: subject.of })}</span>
        )}
      </p>
      {subject.missingRows > 0 && (
        <p className="note">{t('result.missing', { count: subject.missingRows })}</p>
      )}
    </>
  )
}
