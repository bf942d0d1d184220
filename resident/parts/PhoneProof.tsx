import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type * as contract from '../../contracts/residents/public.ts'
import { codeDigits, resendSeconds, residentPaths } from '../../contracts/residents/words.ts'
import { whoQuery } from '../api/claims.ts'
import { ask } from '../api/client.ts'
import { useWords } from '../app/words.ts'
import { Failed } from './Failed.tsx'

interface PhoneProofProps {
  title: string
  hint: string
  onProved: () => void
}

/** A phone, a code by short message, done: no account and no password. */
export function PhoneProof({ title, hint, onProved }: PhoneProofProps): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const { data: who } = useQuery(whoQuery)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [wait, setWait] = useState(0)
  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const sending = useMutation({
    mutationFn: () => ask<typeof contract.sendCode>(residentPaths.codes, { body: { phone } }),
    onSuccess: () => setWait(resendSeconds),
    retry: false,
  })
  const proving = useMutation({
    mutationFn: () => ask<typeof contract.provePhone>(residentPaths.session, { body: { phone, code } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: whoQuery.queryKey })
      onProved()
    },
  })
  const fault = proving.error ?? sending.error
  return (
    <form
      className="card proof"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!proving.isPending) proving.mutate()
      }}
    >
      <h2>{title}</h2>
      <p>{hint}</p>
      <label className="field">
        <span>{t('phone.number')}</span>
        <input
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </label>
      <button
        type="button"
        className="button"
        disabled={phone.trim() === '' || wait > 0 || sending.isPending}
        onClick={() => sending.mutate()}
      >
        {wait > 0 ? t('phone.wait', { seconds: wait }) : t('phone.send')}
      </button>
      {sending.isSuccess && (
        <p className="note good" role="status">
          {t(who?.demo ? 'phone.sentDemo' : 'phone.sent')}
        </p>
      )}
      <label className="field">
        <span>{t('phone.code')}</span>
        <input
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={codeDigits}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))}
        />
      </label>
      {fault ? <Failed error={fault} /> : null}
      <div className="thumb">
        <button
          type="submit"
          className="button primary"
          disabled={code.length !== codeDigits || proving.isPending}
        >
          {t('phone.prove')}
        </button>
      </div>
    </form>
  )
}
