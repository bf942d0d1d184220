import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type * as own from '../../../contracts/petitions/own-public.ts'
import { publicPetitionPaths as paths } from '../../../contracts/petitions/public-words.ts'
import { ask } from '../../api/client.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'

const questions = ['responded', 'solved', 'satisfied'] as const
type Answers = Record<(typeof questions)[number], boolean | null>

/** 响应、解决、满意: three times yes or no. */
export function Rate({ claim, onDone }: { claim: own.OwnClaim; onDone: () => void }): ReactNode {
  const { t } = useWords()
  const [given, setGiven] = useState<Answers>(claim.rating)
  const rating = useMutation({
    mutationFn: ({ responded, solved, satisfied }: Record<keyof Answers, boolean>) =>
      ask<typeof own.rateOwnClaim>(paths.rating, {
        params: { number: claim.number },
        body: { responded, solved, satisfied },
      }),
    onSuccess: onDone,
  })
  const { responded, solved, satisfied } = given
  const isWhole = responded !== null && solved !== null && satisfied !== null
  return (
    <section className="card" aria-label={t('rate.title')}>
      <h2>{t(claim.rating.solved === null ? 'rate.title' : 'rate.again')}</h2>
      {questions.map((question) => (
        <div key={question} className="ask" role="group" aria-label={t(`rate.${question}`)}>
          <span>{t(`rate.${question}`)}</span>
          {[true, false].map((answer) => (
            <button
              key={String(answer)}
              type="button"
              className="button"
              aria-pressed={given[question] === answer}
              onClick={() => setGiven({ ...given, [question]: answer })}
            >
              {t(answer ? 'rate.yes' : 'rate.no')}
            </button>
          ))}
        </div>
      ))}
      {rating.error ? <Failed error={rating.error} /> : null}
      <button
        type="button"
        className="button primary"
        disabled={!isWhole || rating.isPending}
        onClick={() => isWhole && rating.mutate({ responded, solved, satisfied })}
      >
        {t('rate.send')}
      </button>
    </section>
  )
}
