import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { resultQuery, resultsQuery, type Round } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { To } from '../../parts/To.tsx'

/** What the objection is about: a result, or the publication as a whole. */
export function AboutWhat({ round, subjectId }: { round: Round; subjectId: string | undefined }): ReactNode {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>{t('objection.about')}</h2>
      {subjectId ? (
        <Chosen round={round} subjectId={subjectId} />
      ) : (
        <>
          <p>{t('objection.whole', { place: round.placeName, year: round.year })}</p>
          <Finder round={round} />
        </>
      )}
    </section>
  )
}

function Chosen({ round, subjectId }: { round: Round; subjectId: string }): ReactNode {
  const { t } = useWords()
  const { data } = useQuery(resultQuery(round.id, subjectId))
  return (
    <p>
      <strong>{data?.subject.name ?? '…'}</strong>{' '}
      <To to="/publicity/objection" search={{ round: round.id }}>
        {t('objection.other')}
      </To>
    </p>
  )
}

const offered = 6

function Finder({ round }: { round: Round }): ReactNode {
  const { t } = useWords()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { data } = useInfiniteQuery({
    ...resultsQuery(round.id, { text: wanted }, offered),
    enabled: wanted !== '',
  })
  const hits = wanted === '' ? [] : (data?.pages[0]?.rows ?? [])
  return (
    <>
      <label className="field">
        <span>{t('objection.find')}</span>
        <input
          type="search"
          value={text}
          maxLength={60}
          placeholder={t('home.searchPlaceholder')}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <ul className="rowlinks" aria-live="polite">
        {hits.map((hit) => (
          <li key={hit.subjectId}>
            <To to="/publicity/objection" search={{ round: round.id, subject: hit.subjectId }}>
              <span>{hit.name}</span>
              <span className="where">
                {t(`kinds.${hit.kind}`)} · {hit.districtName}
              </span>
            </To>
          </li>
        ))}
      </ul>
    </>
  )
}
