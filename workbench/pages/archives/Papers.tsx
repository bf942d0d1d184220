import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadScoreList, issueStars, startBatch } from '../../../contracts/archives/staff.ts'
import type { BatchContent, PaperForm } from '../../../contracts/archives/words.ts'
import { subjectKinds } from '../../../contracts/evaluation/words.ts'
import { download } from '../../api/download.ts'
import { useSubmit } from '../../api/submit.ts'
import { count } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { useSentence } from '../../parts/states/sentence.ts'
import { registerAddress } from './addresses.ts'
import type { ArchivedRound } from './queries.ts'

const offered: { what: BatchContent; forms: PaperForm[] }[] = [
  { what: 'notice', forms: ['pdf', 'docx'] },
  { what: 'star', forms: ['pdf', 'docx'] },
  { what: 'table', forms: ['pdf'] },
]

/** Notices, certificates and tables of the whole round; single ones are fetched on the score page or in the register. */
export function Papers({ round }: { round: ArchivedRound }): ReactNode {
  const { t } = useTranslation('archives')
  const client = useQueryClient()
  const sentence = useSentence()
  const { notification } = App.useApp()
  const start = useSubmit(startBatch)
  const counts: Record<BatchContent, number> = {
    notice: round.notices,
    star: round.stars,
    table: round.results,
  }
  const making = round.batches.some(({ finishedAt }) => finishedAt === null)

  async function make(what: BatchContent, form: PaperForm): Promise<void> {
    try {
      await start.mutateAsync({ params: { id: round.id }, body: { what, form } })
      await client.invalidateQueries({ queryKey: ['archives', 'round', round.id] })
    } catch (fault) {
      const { title, detail } = sentence(fault)
      notification.error({ title, description: detail })
    }
  }

  return (
    <section className="gz-card gz-archive-part" aria-label={t('papers')}>
      <div className="gz-section-head">
        <h2>{t('papers')}</h2>
        <Goto to={registerAddress({ round: round.id })}>{t('toRegister')}</Goto>
      </div>
      <IssueStars round={round} />
      <dl className="gz-papers">
        {offered.map(({ what, forms }) => (
          <div key={what}>
            <dt>
              {t(`what.${what}`)}{' '}
              <span className="gz-faint gz-number">{t('copies', { n: count(counts[what]) })}</span>
              <span className="gz-papers-hint">{t(`whatHint.${what}`)}</span>
            </dt>
            <dd>
              {round.can['archives.print-batch'] === true &&
                forms.map((form) => (
                  <Button
                    key={form}
                    disabled={making || counts[what] === 0}
                    loading={start.isPending}
                    onClick={() => void make(what, form)}
                    aria-label={t('makeLabel', { what: t(`what.${what}`), form: t(`form.${form}`) })}
                  >
                    {t('make', { form: t(`form.${form}`) })}
                  </Button>
                ))}
            </dd>
          </div>
        ))}
        <div>
          <dt>
            {t('lists')}
            <span className="gz-papers-hint">{t('listsHint')}</span>
          </dt>
          <dd>
            {subjectKinds.map((kind) => (
              <ExportButton
                key={kind}
                label={t(`list.${kind}`)}
                run={() =>
                  download(
                    downloadScoreList,
                    { params: { id: round.id }, query: { kind } },
                    `${t(`list.${kind}`)}.pdf`,
                  )
                }
              />
            ))}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function IssueStars({ round }: { round: ArchivedRound }): ReactNode {
  const { t } = useTranslation('archives')
  const client = useQueryClient()
  const sentence = useSentence()
  const { message, notification, modal } = App.useApp()
  const issue = useSubmit(issueStars)
  if (round.starsToIssue === 0 || round.can['archives.issue-certificates'] !== true) return null
  if (round.state !== 'archived')
    return <p className="gz-faint">{t('starsLater', { n: count(round.starsToIssue) })}</p>

  async function run(): Promise<void> {
    try {
      const { issued } = await issue.mutateAsync({ params: { id: round.id }, body: {} })
      void message.success(t('starsIssued', { n: count(issued) }))
      await client.invalidateQueries({ queryKey: ['archives'] })
    } catch (fault) {
      const { title, detail } = sentence(fault)
      notification.error({ title, description: detail })
    }
  }
  return (
    <p className="gz-archive-next">
      <Button
        type="primary"
        icon={<SafetyCertificateOutlined />}
        loading={issue.isPending}
        onClick={() =>
          void modal.confirm({
            title: t('issueQuestion', { n: count(round.starsToIssue) }),
            content: t('issueMeans'),
            okText: t('issue'),
            onOk: run,
          })
        }
      >
        {t('issueStars', { n: count(round.starsToIssue) })}
      </Button>
    </p>
  )
}
