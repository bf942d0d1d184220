import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { v4 as uuid } from 'uuid'
import type * as contract from '../../../contracts/publicity/public.ts'
import { longest, publicPaths } from '../../../contracts/publicity/words.ts'
import { ask } from '../../api/client.ts'
import { recall, remember } from '../../app/remember.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { useGo } from '../../parts/To.tsx'
import { faultOf } from '../../parts/fault-of.ts'

/** What is typed stays in this browser until it is sent; who somebody is never does. */
export function ObjectionForm({
  roundId,
  subjectId,
}: {
  roundId: string
  subjectId: string | undefined
}): ReactNode {
  const { t, language } = useWords()
  const go = useGo()
  const draftKey = `objection:${roundId}:${subjectId ?? ''}`
  const [id] = useState(() => uuid())
  const [text, setText] = useState(() => recall(draftKey) ?? '')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const filing = useMutation({
    mutationFn: () =>
      ask<typeof contract.fileObjection>(publicPaths.objections, {
        body: { id, roundId, subjectId: subjectId ?? null, text, name: name || null, phone: phone || null },
      }),
    onSuccess: ({ receipt }) => {
      remember(draftKey, null)
      go('/receipts', { number: receipt, fresh: '1' }, true)
    },
  })
  const said = (field: string) => faultOf(filing.error, field, language)
  const placed = ['text', 'name', 'phone'].some((field) => said(field))
  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!filing.isPending) filing.mutate()
      }}
    >
      <Field name="text" label={t('objection.text')} hint={t('objection.textHint')} fault={said('text')}>
        {(props) => (
          <textarea
            {...props}
            rows={6}
            required
            maxLength={longest.objection}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              remember(draftKey, event.target.value)
            }}
          />
        )}
      </Field>
      <fieldset>
        <legend>{t('objection.contact')}</legend>
        <p className="where">{t('objection.contactHint')}</p>
        <Field name="name" label={t('objection.name')} fault={said('name')}>
          {(props) => (
            <input
              {...props}
              maxLength={longest.name}
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field name="phone" label={t('objection.phone')} fault={said('phone')}>
          {(props) => (
            <input
              {...props}
              type="tel"
              inputMode="tel"
              autoComplete="tel"
              maxLength={longest.phone}
              value={phone}
              onChange={(event) => setPhone(event.target.value)}
            />
          )}
        </Field>
      </fieldset>
      {filing.error && !placed ? <Failed error={filing.error} /> : null}
      <div className="actions">
        <button type="submit" className="button primary" disabled={filing.isPending}>
          {t(filing.isPending ? 'objection.sending' : 'objection.send')}
        </button>
      </div>
    </form>
  )
}

interface Described {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}
interface FieldProps {
  name: string
  label: string
  hint?: string
  fault: string | undefined
  children: (props: Described) => ReactNode
}

/** Label above, hint under it, the fault beside the field in a whole sentence. */
function Field({ name, label, hint, fault, children }: FieldProps): ReactNode {
  const id = `field-${name}`
  const describes = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="where">
          {hint}
        </p>
      )}
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': describes || undefined })}
      {fault && (
        <p id={`${id}-fault`} className="fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
