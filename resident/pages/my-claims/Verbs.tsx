import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type * as own from '../../../contracts/petitions/own-public.ts'
import { longestRemark, publicPetitionPaths as paths } from '../../../contracts/petitions/public-words.ts'
import { sendPhoto } from '../../api/claims.ts'
import { ask } from '../../api/client.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { dayWords } from '../../parts/format.ts'
import { Photos } from '../file-claim/Photos.tsx'
import type { KeptPhoto } from '../file-claim/photo-store.ts'

type Verb = 'reopen' | 'urge' | 'remark' | 'withdraw'
const verbs: readonly Verb[] = ['reopen', 'urge', 'remark', 'withdraw']

/** What its reporter may do about it now; each is said in words before it is done. */
export function Verbs({ claim, onDone }: { claim: own.OwnClaim; onDone: () => void }): ReactNode {
  const { t } = useWords()
  const [open, setOpen] = useState<Verb | null>(null)
  const offered = verbs.filter((verb) => claim.may[verb])
  if (offered.length === 0) return null
  return (
    <section className="card noprint">
      <div className="verbs">
        {offered.map((verb) => (
          <button
            key={verb}
            type="button"
            className="button"
            aria-expanded={open === verb}
            onClick={() => setOpen(open === verb ? null : verb)}
          >
            {t(`verbs.${verb}`)}
          </button>
        ))}
      </div>
      {open && (
        <Doing
          key={open}
          verb={open}
          claim={claim}
          onDone={() => {
            setOpen(null)
            onDone()
          }}
        />
      )}
    </section>
  )
}

function Doing({ verb, claim, onDone }: { verb: Verb; claim: own.OwnClaim; onDone: () => void }): ReactNode {
  const { t, language } = useWords()
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<KeptPhoto[]>([])
  const doing = useMutation({
    mutationFn: () => send(verb, claim.number, text.trim(), photos),
    onSuccess: onDone,
  })
  const free = claim.may.reopenFreeUntil
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!doing.isPending) doing.mutate()
      }}
    >
      <label className="field">
        <span>{t(`verbHint.${verb}`)}</span>
        <textarea
          rows={3}
          maxLength={longestRemark}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {verb === 'reopen' && free && (
        <p className="where">{t('claim.reopenFree', { day: dayWords(free, language) })}</p>
      )}
      {verb === 'remark' && <Photos photos={photos} onChange={setPhotos} />}
      {doing.error ? <Failed error={doing.error} /> : null}
      <button type="submit" className="button primary" disabled={doing.isPending}>
        {t(`verbDo.${verb}`)}
      </button>
    </form>
  )
}

async function send(verb: Verb, number: string, text: string, photos: readonly KeptPhoto[]): Promise<void> {
  const params = { number }
  switch (verb) {
    case 'reopen':
      await ask<typeof own.reopenOwnClaim>(paths.reopening, { params, body: { reason: text } })
      return
    case 'urge':
      await ask<typeof own.urgeOwnClaim>(paths.urging, { params, body: { note: text } })
      return
    case 'withdraw':
      await ask<typeof own.withdrawOwnClaim>(paths.withdrawal, { params, body: { reason: text } })
      return
    case 'remark':
      for (const { id, blob } of photos) await sendPhoto(id, blob)
      await ask<typeof own.addRemark>(paths.remarks, {
        params,
        body: { note: text, photos: photos.map(({ id }) => id) },
      })
  }
}
