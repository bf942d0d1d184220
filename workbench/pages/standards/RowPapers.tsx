import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getRow } from '../../../contracts/standards/staff.ts'
import { percent } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ArrivalMark } from './ArrivalMark.tsx'
import { clauseAddress } from './addresses.ts'
import { useLimitText } from './limit-text.ts'
import { usePick, useTerm } from './names.ts'
import { RulingCard } from './RulingCard.tsx'
import { Undecided } from './Undecided.tsx'
import './standards.css'

type Papers = Answer<typeof getRow>

/** What a row rests on: how points are given, limits, rubric, evidence, clauses and rulings with their reasons. */
export function RowPapers({ papers }: { papers: Papers }): ReactNode {
  const { t } = useTranslation('standards')
  const term = useTerm()
  return (
    <>
      <Part title={t('part.scoring')}>
        <p>
          {t(`mechanismMeans.${papers.row.mechanism}`)} {papers.zero && t(`zero.${papers.zero}`)}{' '}
          {papers.row.undecided && <Undecided />}
        </p>
        <Limits papers={papers} />
        <Shares papers={papers} />
        <p className="gz-faint">{t('evaluatedBy', { evaluator: term(papers.row.evaluator) })}</p>
      </Part>
      <FactPart papers={papers} />
      <Evidence papers={papers} />
      <Clauses papers={papers} />
      {papers.rulings.length > 0 && (
        <Part title={t('part.rulings')}>
          {papers.rulings.map((ruling) => (
            <RulingCard key={ruling.id} ruling={ruling} />
          ))}
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="gz-part" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Limits({ papers: { limits, comparator } }: { papers: Papers }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const text = useLimitText()
  if (limits.length === 0) return null
  return (
    <ul className="gz-plain">
      {limits.map((limit) => (
        <li key={limit.id}>
          {pick(limit.title, limit.titleEn)}
          {t('colon')}
          <strong>
            {comparator !== null && `${t(`comparator.${comparator}`)} `}
            {text(limit.value, limit.unit)}
          </strong>
          {limit.undecided ? (
            <Undecided />
          ) : (
            <span className="gz-faint">{t('clauseNumber', { clause: limit.clause })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Named steps of points: tiers, severities of the negative list, or the rubric's four levels. */
function Shares({ papers: { tiers, severities, rubric } }: { papers: Papers }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const term = useTerm()
  if (tiers.length + severities.length + rubric.length === 0) return null
  return (
    <table className="gz-scale">
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier.name}>
            <th scope="row">{pick(tier.name, tier.nameEn)}</th>
            <td className="gz-number">{percent(tier.share)}</td>
          </tr>
        ))}
        {severities.map(({ name, points }) => (
          <tr key={name}>
            <th scope="row">{term(name)}</th>
            <td className="gz-number">{t('points', { points: `−${points}` })}</td>
          </tr>
        ))}
        {rubric.map((grade) => (
          <tr key={grade.level}>
            <th scope="row">
              {term(grade.level)} <span className="gz-number gz-faint">{percent(grade.share)}</span>
            </th>
            <td>{pick(grade.signs, grade.signsEn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function FactPart({ papers: { fact, gate, aids } }: { papers: Papers }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  if (!fact) return null
  return (
    <Part title={t('part.fact')}>
      <p>
        <strong>{pick(fact.title, fact.titleEn)}</strong> <ArrivalMark arrival={fact.arrival} />
      </p>
      <p>{pick(fact.reads, fact.readsEn)}</p>
      {gate && <p>{t('gate', { title: pick(gate.title, gate.titleEn) })}</p>}
      {aids.length > 0 && (
        <p>{t('aids', { titles: aids.map((aid) => pick(aid.title, aid.titleEn)).join(t('comma')) })}</p>
      )}
    </Part>
  )
}

function Evidence({ papers: { evidence } }: { papers: Papers }): ReactNode {
  const { t } = useTranslation('standards')
  if (evidence.length === 0) return null
  return (
    <Part title={t('part.evidence')}>
      <ul className="gz-bullets" lang="zh-CN">
        {evidence.map((paper) => (
          <li key={paper}>{paper}</li>
        ))}
      </ul>
    </Part>
  )
}

function Clauses({ papers: { clauses } }: { papers: Papers }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  if (clauses.length === 0) return null
  return (
    <Part title={t('part.clauses')}>
      <ul className="gz-plain">
        {clauses.map((clause) => (
          <li key={clause.id} className="gz-clause-line">
            <Goto to={clauseAddress(clause.id)}>
              <span className="gz-number">{clause.id}</span> {pick(clause.title, clause.titleEn)}
            </Goto>
            <span>{pick(clause.summary, clause.summaryEn)}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
