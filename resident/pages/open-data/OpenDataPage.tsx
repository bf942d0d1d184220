import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Round, roundsQuery } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { dayOf, dayWords } from '../../parts/format.ts'
import { Loading } from '../../parts/Loading.tsx'
import { RoundTag } from '../../parts/RoundTag.tsx'
import { useTitle } from '../../parts/title.ts'
import { DictionaryTables } from './DictionaryTables.tsx'
import { type OpenRound, openRoundsQuery, partOf } from './files.ts'

/** Final results for machines, with the dictionary that says what each field means. */
export function OpenDataPage(): ReactNode {
  const { t, either } = useWords()
  const rounds = useQuery(roundsQuery)
  const open = useQuery(openRoundsQuery)
  useTitle(t('data.title'))
  const error = rounds.error ?? open.error
  if (error)
    return <Failed error={error} onRetry={() => void Promise.all([rounds.refetch(), open.refetch()])} />
  if (!rounds.data || open.data === undefined) return <Loading />
  const filesOf = (round: Round) => open.data?.rounds.find(({ id }) => id === round.id)
  return (
    <>
      <h1>{t('data.title')}</h1>
      <p>{t('data.intro')}</p>
      <div className="stack">
        {rounds.data.rounds.length === 0 && <p className="note">{t('home.nothing')}</p>}
        {rounds.data.rounds.map((round) => (
          <RoundFiles key={round.id} round={round} open={filesOf(round)} />
        ))}
        <section className="card">
          <h2>{t('data.dictionary')}</h2>
          <p>{t('data.dictionaryHint')}</p>
          <DictionaryTables />
        </section>
        <section className="card extra">
          <h2>{t('data.terms')}</h2>
          {open.data && <p>{either(open.data.licence, open.data.licenceEn)}</p>}
          <p>{t('data.termsText')}</p>
        </section>
      </div>
    </>
  )
}

function RoundFiles({ round, open }: { round: Round; open: OpenRound | undefined }): ReactNode {
  const { t, language } = useWords()
  return (
    <section className="card">
      <h2>
        {t('results.of', { place: round.placeName, year: round.year })} <RoundTag round={round} />
      </h2>
      {open === undefined ? (
        <p>{t('data.notYet')}</p>
      ) : (
        <>
          <p className="where">
            {t('data.version', {
              version: open.version,
              day: dayWords(dayOf(open.publishedAt), language),
              count: open.results,
            })}
          </p>
          <div className="actions">
            {open.files.map(({ form, address }) => (
              <a key={address} className="button" href={address} download>
                {t(partOf(address) === 'rows' ? 'data.rowsFile' : 'data.file', { form: form.toUpperCase() })}
              </a>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
