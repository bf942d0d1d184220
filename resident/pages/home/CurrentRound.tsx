import type { ReactNode } from 'react'
import type { Round } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { dayOf, dayWords } from '../../parts/format.ts'
import { RoundTag } from '../../parts/RoundTag.tsx'
import { TermLeft } from '../../parts/TermLeft.tsx'
import { To } from '../../parts/To.tsx'

/** Which round is shown, who may still say something, and until when. */
export function CurrentRound({ round }: { round: Round }): ReactNode {
  const { t, language } = useWords()
  const published = dayWords(dayOf(round.publishedAt), language)
  return (
    <section className="card current">
      <p className="line">
        <RoundTag round={round} />
      </p>
      <h2>{t('home.round', { place: round.placeName, year: round.year })}</h2>
      {round.takesObjections ? (
        <TermLeft round={round} />
      ) : (
        <p>{t(round.underAppeal ? 'home.underAppeal' : 'home.finalSince', { day: published })}</p>
      )}
      <div className="actions">
        <To to="/results" search={{ round: round.id, kind: 'compound' }} className="button primary">
          {t('home.seeResults')}
        </To>
        {round.takesObjections && (
          <To to="/publicity" className="button">
            {t('home.howToObject')}
          </To>
        )}
      </div>
    </section>
  )
}
