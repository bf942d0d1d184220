import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { loadNotice } from '../../../contracts/calendar/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { ReasonField } from '../../parts/form/ReasonField.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { count } from '../../parts/format.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { FactGroups } from '../../parts/record/FactGroups.tsx'
import { noticeAddress } from './addresses.ts'
import { Arrangements } from './Arrangements.tsx'
import type { NoticeBrought } from './entered.ts'
import type { Checked } from './LoadNoticePage.tsx'

interface CheckedNoticeProps {
  brought: NoticeBrought
  checked: Checked
}

/** What the notice would make of its year, and where that differs; with the button that makes it hold. */
export function CheckedNotice({ brought, checked }: CheckedNoticeProps): ReactNode {
  const { t } = useTranslation('calendar')
  const router = useRouter()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(loadNotice)
  const { notice, days, workingDays, replaces, differs } = checked
  const year = String(notice.year)

  async function confirm({ reason }: { reason?: string }): Promise<void> {
    const body = { ...brought, replaces: replaces?.version ?? 0, reason: reason ?? null }
    const { id } = await mutateAsync({ body })
    await client.invalidateQueries({ queryKey: ['calendar'] })
    if (id !== null) await router.navigate({ href: noticeAddress(id) })
  }
  const facts = [
    { label: t('checked.result'), value: <StateTag kind="done" word={t('checked.sound')} /> },
    { label: t('ofYear'), value: year },
    { label: t('workingDays'), value: count(workingDays) },
    { label: t('notice'), value: notice.title, hint: notice.number ?? t('noNumber') },
    { label: t('issued'), value: `${notice.issuer} ${notice.issuedOn}` },
    {
      label: t('checked.now'),
      value: replaces ? replaces.title : t('checked.nothingYet'),
      ...(replaces ? { hint: t('checked.replaces') } : {}),
    },
  ]
  return (
    <div className="gz-page">
      <FactGroups groups={[{ title: t('checked.title'), facts }]} />
      <Arrangements days={days} />
      <section className="gz-card" aria-label={t('checked.differs')}>
        <div className="gz-section-head">
          <h2>{t('checked.differs')}</h2>
        </div>
        <div className="gz-notice-confirm">
          {differs.length === 0 ? <p>{t('checked.same')}</p> : <Differing differs={differs} />}
        </div>
      </section>
      <section className="gz-card gz-notice-confirm" aria-label={t('checked.confirm')}>
        <SubmitForm<{ reason?: string }>
          name="confirm-notice"
          submitLabel={t('checked.confirm')}
          submit={confirm}
        >
          <p className="gz-notice-ways">{t('checked.confirmHint', { year })}</p>
          {replaces && <ReasonField hint={t('checked.reasonHint')} />}
        </SubmitForm>
      </section>
    </div>
  )
}

function Differing({ differs }: { differs: Checked['differs'] }): ReactNode {
  const { t } = useTranslation('calendar')
  const of = (after: boolean) =>
    differs
      .filter((one) => one.after === after)
      .map(({ day }) => day)
      .join(t('comma'))
  return (
    <dl className="gz-facts">
      {[false, true].map((after) => (
        <div key={String(after)} className="gz-fact-wide">
          <dt>{t(after ? 'checked.becomesWork' : 'checked.becomesOff')}</dt>
          <dd className="gz-number">{of(after) || t('none')}</dd>
        </div>
      ))}
    </dl>
  )
}
