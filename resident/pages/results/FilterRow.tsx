import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type ShownKind, shownKinds, starsOf } from '../../../contracts/publicity/words.ts'
import { placesQuery, type Round } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { To, useGo } from '../../parts/To.tsx'

type Asked = Partial<Record<'round' | 'kind' | 'district' | 'street' | 'band' | 'text', string>>
interface FilterProps {
  rounds: readonly Round[]
  round: Round
  kind: ShownKind | undefined
  asked: Asked
}

export function FilterRow({ rounds, round, kind, asked }: FilterProps): ReactNode {
  const { t } = useWords()
  const go = useGo()
  const set = (change: Asked) => go('/results', { ...asked, round: round.id, kind, ...change }, true)
  const { data } = useQuery(placesQuery(round.id))
  const district = data?.districts.find(({ id }) => id === asked.district)
  const stars = round.stars.map(({ band }) => ({
    value: band,
    name: t(`stars.${starsOf(band) as 3 | 4 | 5}`),
  }))
  return (
    <>
      <nav className="kinds" aria-label={t('results.kinds')}>
        {shownKinds.map((one) => (
          <To
            key={one}
            to="/results"
            search={{ ...asked, round: round.id, kind: one, band: undefined }}
            current={one === kind}
          >
            {t(`kinds.${one}`)}
          </To>
        ))}
      </nav>
      <div className="filters">
        {rounds.length > 1 && (
          <Choice
            extra
            name={t('results.round')}
            value={round.id}
            choices={rounds.map(({ id, year, name }) => ({ value: id, name: `${year} · ${name}` }))}
            onChoose={(id) => go('/results', { kind, round: id, text: asked.text }, true)}
          />
        )}
        <Choice
          name={t('results.district')}
          all={t('results.allDistricts')}
          value={asked.district}
          choices={(data?.districts ?? []).map(({ id, name }) => ({ value: id, name }))}
          onChoose={(id) => set({ district: id, street: undefined })}
        />
        {district && kind !== 'district' && kind !== 'enterprise' && (
          <Choice
            name={t('results.street')}
            all={t('results.allStreets')}
            value={asked.street}
            choices={district.streets.map((name) => ({ value: name, name }))}
            onChoose={(street) => set({ street })}
          />
        )}
        {kind === 'compound' && stars.length > 0 && (
          <Choice
            extra
            name={t('results.stars')}
            all={t('results.allStars')}
            value={asked.band}
            choices={stars}
            onChoose={(band) => set({ band })}
          />
        )}
      </div>
    </>
  )
}

interface ChoiceProps {
  name: string
  value: string | undefined
  choices: readonly { value: string; name: string }[]
  /** What choosing nothing is called. */
  all?: string
  /** Left out where few words are wanted. */
  extra?: boolean
  onChoose: (value: string) => void
}

/** The phone's own list: large, known, and read out. */
function Choice({ name, value = '', choices, all, extra = false, onChoose }: ChoiceProps): ReactNode {
  return (
    <label className={extra ? 'choice extra' : 'choice'}>
      <span>{name}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </label>
  )
}
