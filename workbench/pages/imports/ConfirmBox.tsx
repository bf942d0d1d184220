import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmRun, discardRun, type ImportRun } from '../../../contracts/imports/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { count } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import type { Decisions } from './RunPage.tsx'
import '../../parts/form/form.css'

interface ConfirmBoxProps {
  run: ImportRun
  decisions: Decisions
}

/** All rows or none, unless the person chooses to leave the bad ones out; nothing is recorded before this. */
export function ConfirmBox({ run, decisions }: ConfirmBoxProps): ReactNode {
  const { t } = useTranslation('imports')
  const client = useQueryClient()
  const { modal } = App.useApp()
  const [soundOnly, setSoundOnly] = useState(false)
  const confirm = useSubmit(confirmRun)
  const discard = useSubmit(discardRun)
  const params = { id: run.id }
  const { counts } = run
  const distinct = Object.values(decisions).filter((one) => one === 'distinct').length
  const sound = counts.created + counts.changed + counts.unchanged
  const undecided = counts.perhapsSame - Object.keys(decisions).length
  const blocked = !soundOnly && (counts.refused > 0 || undecided > 0)

  async function settle(next: Promise<ImportRun>): Promise<void> {
    const after = await next.catch(() => null)
    if (after) client.setQueryData(['imports', 'run', run.id], after)
    await client.invalidateQueries({ queryKey: ['imports', 'list'] })
  }
  function giveUp(): void {
    modal.confirm({
      title: t('discardAsk'),
      content: t('discardHint'),
      okText: t('discard'),
      onOk: () => settle(discard.mutateAsync({ params, body: {} })),
    })
  }
  return (
    <section className="gz-card gz-import-confirm" aria-label={t('next')}>
      <h2>{t('next')}</h2>
      <ErrorNote error={confirm.error ?? discard.error} />
      {(counts.refused > 0 || counts.perhapsSame > 0) && (
        <Radio.Group
          className="gz-import-choice"
          aria-label={t('next')}
          value={soundOnly}
          onChange={({ target }) => setSoundOnly(target.value === true)}
          options={[
            { value: false, label: t('all') },
            { value: true, label: t('soundOnly', { rows: count(sound + distinct) }) },
          ]}
        />
      )}
      <p aria-live="polite">
        {blocked ? (
          <>
            {counts.refused > 0 && <span>{t('correctFirst', { rows: count(counts.refused) })} </span>}
            {undecided > 0 && <span>{t('decideFirst', { rows: count(undecided) })} </span>}
            {counts.refused > 0 && <Goto to={`/imports/new?kind=${run.kind}`}>{t('uploadAgain')}</Goto>}
          </>
        ) : (
          <>
            {t('nothingYet')}
            {soundOnly && counts.refused > 0 && (
              <span> {t('soundOnlyLeft', { rows: count(counts.refused) })}</span>
            )}
          </>
        )}
      </p>
      <div className="gz-form-end">
        <Button
          type="primary"
          disabled={blocked || sound + distinct === 0}
          loading={confirm.isPending}
          onClick={() =>
            void settle(confirm.mutateAsync({ params, body: { skipBad: soundOnly, decisions } }))
          }
        >
          {t('confirm', { rows: count(sound + distinct) })}
        </Button>
        <Button onClick={giveUp} loading={discard.isPending}>
          {t('discard')}
        </Button>
      </div>
    </section>
  )
}
