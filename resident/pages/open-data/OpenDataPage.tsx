import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Round, roundsQuery } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { RoundTag } from '../../parts/RoundTag.tsx'
import { useTitle } from '../../parts/title.ts'
import { dictionaryAddress, fileAddress, isThereQuery } from './files.ts'

const forms = ['json', 'csv'] as const

/** Final results for machines, with the dictionary that says what each field means. */
export function OpenDataPage(): ReactNode {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(roundsQuery)
  useTitle(t('data.title'))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <h1>{t('data.title')}</h1>
      <p>{t('data.intro')}</p>
      <div className="stack">
        {data.rounds.length === 0 && <p className="note">{t('home.nothing')}</p>}
        {data.rounds.map((round) => (
          <RoundFiles key={round.id} round={round} />
        ))}
        <section className="card">
          <h2>{t('data.dictionary')}</h2>
          <p>{t('data.dictionaryHint')}</p>
          <FileLink address={dictionaryAddress} name={t('data.dictionaryFile')} />
        </section>
        <section className="card extra">
          <h2>{t('data.terms')}</h2>
          <p>{t('data.termsText')}</p>
        </section>
      </div>
    </>
  )
}

function RoundFiles({ round }: { round: Round }): ReactNode {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>
        {t('results.of', { place: round.placeName, year: round.year })} <RoundTag round={round} />
      </h2>
      {round.kind === 'publicity' ? (
        <p>{t('data.notYet')}</p>
      ) : (
        forms.map((form) => (
          <FileLink
            key={form}
            address={fileAddress(round.id, form)}
            name={t('data.file', { form: form.toUpperCase() })}
          />
        ))
      )}
    </section>
  )
}

/** A link only to what is there: a dead one would tell of nothing. */
function FileLink({ address, name }: { address: string; name: string }): ReactNode {
  const { t } = useWords()
  const { data } = useQuery(isThereQuery(address))
  if (data === undefined) return <p className="where">{t('states.loading')}</p>
  if (!data)
    return (
      <p>
        {name}：{t('data.notYet')}
      </p>
    )
  return (
    <p>
      <a className="button" href={address} download>
        {name}
      </a>
    </p>
  )
}
