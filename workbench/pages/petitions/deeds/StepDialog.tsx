import { App } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import { useMe } from '../../../api/session.ts'
import { draftKey, dropDraft, findDraft, keepDraft } from '../../../parts/form/draft.ts'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { dateTime } from '../../../parts/format.ts'
import { useWords } from '../../../parts/words.ts'
import type { Deed } from './deeds.ts'
import { type StepMeans, useStep } from './useStep.ts'

export interface DeedProps {
  claim: ClaimRow
  onClose: () => void
}

interface StepDialogProps<T extends object> extends DeedProps {
  deed: Deed
  initial?: Partial<T>
  send: (entered: T, means: StepMeans) => Promise<unknown>
  /** What it means where the text of the deed does not say it all. */
  more?: ReactNode
  /** Of several deeds in one dialog the one that the button names. */
  submitLabel?: string
  children?: ReactNode
}

/** One step of one claim: what it means, its fields, what was typed kept until it is sent. */
export function StepDialog<T extends object>(props: StepDialogProps<T>): ReactNode {
  const { claim, deed, initial, send, more, submitLabel, onClose, children } = props
  const { t } = useTranslation('petitions')
  const words = useWords()
  const { message } = App.useApp()
  const step = useStep(claim, send)
  const place = draftKey(useMe().accountId, `claim-${deed}-${claim.id}`)
  const [draft] = useState(() => findDraft(place))
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(pause.current), [])
  function keep(values: object): void {
    clearTimeout(pause.current)
    pause.current = setTimeout(() => keepDraft(place, { ...values }, new Date()), 500)
  }
  return (
    <FormDialog<T>
      name={`claim-${deed}`}
      title={`${t(`deed.${deed}`)} · ${claim.number}`}
      intro={
        <>
          <p>{t(`means.${deed}`)}</p>
          {draft && <p>{words('form.draft', { at: dateTime(draft.at) })}</p>}
          {more}
        </>
      }
      submitLabel={submitLabel ?? t(`deed.${deed}`)}
      initial={{ ...initial, ...draft?.values }}
      onChange={keep}
      onClose={onClose}
      submit={async (entered) => {
        await step(entered)
        clearTimeout(pause.current)
        dropDraft(place)
        void message.success(t('done', { deed: submitLabel ?? t(`deed.${deed}`) }))
      }}
    >
      {children}
    </FormDialog>
  )
}
