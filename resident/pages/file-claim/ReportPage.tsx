import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type * as contract from '../../../contracts/petitions/public.ts'
import { contentLength, publicPetitionPaths as paths } from '../../../contracts/petitions/public-words.ts'
import { sendPhoto, startQuery, whoQuery } from '../../api/claims.ts'
import { ask } from '../../api/client.ts'
import { statusOf } from '../../api/problem.ts'
import { useAsked } from '../../app/address.ts'
import { useWords } from '../../app/words.ts'
import { Failed } from '../../parts/Failed.tsx'
import { faultOf } from '../../parts/fault-of.ts'
import { Loading } from '../../parts/Loading.tsx'
import { PhoneProof } from '../../parts/PhoneProof.tsx'
import { useTitle } from '../../parts/title.ts'
import { useGo } from '../../parts/To.tsx'
import { useDraft } from './draft.ts'
import { type KeptPhoto, keepPhotos, keptPhotos } from './photo-store.ts'
import './report.css'
import { WhatStep } from './WhatStep.tsx'
import { WordsStep } from './WordsStep.tsx'

/** Three taps: what, one sentence, send. The phone is proved only then, once for this browser. */
export function ReportPage(): ReactNode {
  const { t, language } = useWords()
  const { at } = useAsked('at')
  const go = useGo()
  const { draft, change, done } = useDraft()
  const { data, error, refetch } = useQuery(startQuery(at))
  const { data: who, refetch: askWho } = useQuery(whoQuery)
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([])
  const [name, setName] = useState('')
  const [wants, setWants] = useState<'file' | { join: string } | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  useTitle(t('report.title'))
  useEffect(() => void keptPhotos().then(setPhotos), [])
  const gate = data?.place
  useEffect(() => {
    if (gate) change({ place: gate })
    // Once for each gate: whoever then chooses another place means it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [gate?.id])
  const filing = useMutation({
    mutationFn: async () => {
      for (const { id, blob } of photos) await sendPhoto(id, blob)
      const { key, category, place, spot, content, forRelative, sealed, agreesToPublish } = draft
      return await ask<typeof contract.fileOwnClaim>(paths.claims, {
        body: {
          key,
          category: category ?? '',
          placeId: place?.id ?? '',
          spot,
          content,
          name: name || null,
          forRelative,
          sealed,
          agreesToPublish,
          photos: photos.map(({ id }) => id),
        },
      })
    },
    onSuccess: ({ number, danger }) => {
      done()
      void keepPhotos([])
      go(`/mine/${number}`, { fresh: '1', ...(danger ? { danger: '1' } : {}) }, true)
    },
    onError: (fault) => {
      if (statusOf(fault) === 401) void askWho()
      else setWants(null)
    },
  })
  const joining = useMutation({
    mutationFn: (number: string) =>
      ask<typeof contract.joinClaim>(paths.followers, { params: { number }, body: {} }),
    onSuccess: ({ number }) => go(`/mine/${number}`, {}, true),
    onError: () => setWants(null),
  })
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const category = data.categories.find(({ code }) => code === draft.category)
  if (!category)
    return <WhatStep categories={data.categories} onChoose={(code) => change({ category: code })} />
  const proved = () => {
    if (wants === 'file') filing.mutate()
    else if (wants) joining.mutate(wants.join)
  }
  if (wants && who?.phone === null)
    return (
      <>
        <PhoneProof title={t('report.last')} hint={t('report.lastHint')} onProved={proved} />
        <button type="button" className="button" onClick={() => setWants(null)}>
          {t('report.back')}
        </button>
      </>
    )
  const said = (field: string) =>
    missing === field
      ? t(`report.missing.${field as 'placeId' | 'content'}`)
      : faultOf(filing.error, field, language)
  const send = () => {
    const lacks =
      draft.place === null ? 'placeId' : draft.content.trim().length < contentLength.least ? 'content' : null
    setMissing(lacks)
    if (lacks) return
    setWants('file')
    if (who?.phone) filing.mutate()
  }
  const isBusy = filing.isPending || joining.isPending
  const fault = filing.error ?? joining.error
  const isPlaced = ['placeId', 'content'].some((field) => said(field))
  return (
    <form
      noValidate
      className="report"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) send()
      }}
    >
      <WordsStep
        draft={draft}
        category={category}
        photos={photos}
        name={name}
        said={said}
        onChange={(part) => {
          setMissing(null)
          change(part)
        }}
        onPhotos={(next) => {
          setPhotos(next)
          void keepPhotos(next)
        }}
        onName={setName}
        onJoin={(number) => {
          setWants({ join: number })
          if (who?.phone) joining.mutate(number)
        }}
      />
      {fault && !isPlaced ? <Failed error={fault} /> : null}
      <div className="thumb">
        <button type="submit" className="button primary" disabled={isBusy}>
          {t(isBusy ? 'report.sending' : 'report.send')}
        </button>
      </div>
    </form>
  )
}
