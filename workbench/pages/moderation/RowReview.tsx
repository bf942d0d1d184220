import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedRow, ReviewRow } from '../../../contracts/moderation/staff.ts'
import { choiceNames } from '../../../contracts/moderation/words.ts'
import { dateTime, score } from '../../parts/format.ts'
import { useEnglish } from '../../parts/words.ts'
import { ValueText } from '../evaluation/facts/value-text.tsx'
import { FlagTag } from './marks.tsx'
import { AskDialog, ChooseDialog } from './RowDialogs.tsx'

type Grade = ReviewedRow['grades'][number]

/** A row under review: why it is looked at, who graded it how, what was asked and answered. */
export function RowReview({ row, review }: { row: ReviewedRow; review: ReviewRow }): ReactNode {
  const { t } = useTranslation('moderation')
  const english = useEnglish()
  return (
    <section className="gz-card gz-moderation-row" aria-label={`${row.id} ${row.indicator}`}>
      <div className="gz-section-head">
        <h2>
          <span className="gz-number">{row.id}</span> {english ? row.indicatorEn : row.indicator}
        </h2>
        {row.points !== null && (
          <span className="gz-number">
            {score(row.points)} / {score(row.max ?? '0')}
          </span>
        )}
      </div>
      <p className="gz-faint">
        {english ? row.whyEn : row.why}
        {row.before !== null && ` ${t('before', { points: score(row.before) })}`}
      </p>
      {row.flags.length > 0 && (
        <ul className="gz-moderation-flags" aria-label={t('flags')}>
          {row.flags.map((flag) => (
            <li key={flag.id}>
              <FlagTag kind={flag.kind} settled={flag.settledAt !== null} />
              <span>{english ? flag.en : flag.zh}</span>
              {flag.settledAt !== null && (
                <span className="gz-faint">
                  {t('settled', {
                    by: flag.settledBy ?? '',
                    at: dateTime(flag.settledAt),
                    note: flag.note ?? '',
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {row.grades.map((grade) => (
        <GradeLine key={grade.taskId} row={row} grade={grade} review={review} />
      ))}
      {row.chosen && (
        <p>
          <strong>{choiceNames[row.chosen.choice][english ? 'en' : 'zh']}</strong>：{row.chosen.reason}{' '}
          <span className="gz-faint">
            {row.chosen.by} · {dateTime(row.chosen.at)}
          </span>
        </p>
      )}
      <Questions row={row} />
    </section>
  )
}

function GradeLine({ row, grade, review }: { row: ReviewedRow; grade: Grade; review: ReviewRow }): ReactNode {
  const { t } = useTranslation('moderation')
  const [deed, setDeed] = useState<'ask' | 'choose' | null>(null)
  const runs = review.roundState === 'moderation'
  const asked = row.questions.some(({ taskId, answeredAt }) => taskId === grade.taskId && answeredAt === null)
  const twice = row.grades.some(({ second, projectName }) => second && projectName === grade.projectName)
  const mayAsk = runs && !grade.second && !asked && review.can['moderation.ask'] === true
  const mayChoose = runs && !grade.second && twice && review.can['moderation.choose'] === true
  return (
    <div className="gz-moderation-grade">
      <div>
        <strong>{grade.grader}</strong>
        {grade.second && <span className="gz-faint"> {t('second')}</span>}
        {grade.projectName !== null && <span className="gz-faint"> {grade.projectName}</span>}
        {': '}
        <ValueText recorded={grade.said} shape={undefined} />{' '}
        <span className="gz-faint">
          {t('evidenceCount', { count: grade.evidence.length })} · {dateTime(grade.at)}
        </span>
        {grade.comment !== '' && <p>{grade.comment}</p>}
        {grade.overrideReason !== null && (
          <p>{t('overrode', { computed: grade.computedSaid ?? '', reason: grade.overrideReason })}</p>
        )}
      </div>
      <div className="gz-moderation-deeds gz-noprint">
        {mayChoose && <Button onClick={() => setDeed('choose')}>{t('choose')}</Button>}
        {mayAsk && <Button onClick={() => setDeed('ask')}>{t('ask')}</Button>}
      </div>
      {deed === 'ask' && <AskDialog row={row} grade={grade} review={review} onClose={() => setDeed(null)} />}
      {deed === 'choose' && (
        <ChooseDialog row={row} grade={grade} review={review} onClose={() => setDeed(null)} />
      )}
    </div>
  )
}

function Questions({ row }: { row: ReviewedRow }): ReactNode {
  const { t } = useTranslation('moderation')
  if (row.questions.length === 0) return null
  return (
    <ul className="gz-moderation-questions" aria-label={t('questions')}>
      {row.questions.map((one) => (
        <li key={one.id}>
          <p>
            {t('asked')}：{one.question}{' '}
            <span className="gz-faint">
              {one.askedBy} · {dateTime(one.askedAt)}
            </span>
          </p>
          {one.answeredAt === null ? (
            <p className="gz-faint">{t('unanswered')}</p>
          ) : (
            <p>
              {t('answered')}：{one.answer} <span className="gz-faint">{dateTime(one.answeredAt)}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
