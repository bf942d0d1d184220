import { useQuery } from '@tanstack/react-query'
import { Alert, App, Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { declareTies, findTiePlaces, myTies, type Tie } from '../../../../contracts/grading/staff.ts'
import { type TieKind, tieKinds, tieNames } from '../../../../contracts/grading/words.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { dateTime } from '../../../parts/format.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { type Picked, RemotePick } from '../../../parts/pick/RemotePick.tsx'
import { ErrorNote } from '../../../parts/states/ErrorNote.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { useEnglish } from '../../../parts/words.ts'
import { GradingTabs } from '../GradingTabs.tsx'
import '../grading.css'

type Line = Pick<Tie, 'kind' | 'placeId' | 'bodyId' | 'name'>

/** What binds the reader to compounds and bodies: told once, seen by nobody else, kept from him when tasks are given. */
export function TiesPage(): ReactNode {
  const { t } = useTranslation('grading')
  const { data, error, refetch } = useQuery({
    queryKey: ['my-ties'],
    queryFn: ({ signal }) => call(myTies, {}, { signal }),
  })
  return (
    <div className="gz-page">
      <PageHead title={t('ties.title')} intro={t('ties.intro')} crumbs={[]} />
      <GradingTabs />
      <section className="gz-card" aria-label={t('ties.title')}>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <TiesForm
            key={data.declaredAt ?? ''}
            kept={data.ties}
            declaredAt={data.declaredAt}
            onDone={async () => void (await refetch())}
          />
        ) : (
          <Loading />
        )}
      </section>
    </div>
  )
}

interface TiesFormProps {
  kept: Tie[]
  declaredAt: string | null
  onDone: () => Promise<void>
}

function TiesForm({ kept, declaredAt, onDone }: TiesFormProps): ReactNode {
  const { t } = useTranslation('grading')
  const language = useEnglish() ? 'en' : 'zh'
  const { message } = App.useApp()
  const { mutateAsync, isPending, error } = useSubmit(declareTies)
  const [lines, setLines] = useState<Line[]>(kept)
  const [picked, setPicked] = useState<Picked | null>(null)
  const [kind, setKind] = useState<TieKind>('live')
  const changed = JSON.stringify(lines.map(keyOf)) !== JSON.stringify(kept.map(keyOf))
  function add(): void {
    if (!picked) return
    const [what = '', id = ''] = picked.value.split(' ')
    const line = {
      kind,
      name: picked.label,
      placeId: what === 'place' ? id : null,
      bodyId: what === 'body' ? id : null,
    }
    if (!lines.some((one) => keyOf(one) === keyOf(line))) setLines([...lines, line])
    setPicked(null)
  }
  async function declare(): Promise<void> {
    const ties = lines.map(({ kind: how, placeId, bodyId }) => ({ kind: how, placeId, bodyId }))
    const { reassigned, late } = await mutateAsync({ body: { ties } })
    void message.success(t(reassigned > 0 ? 'ties.doneMoved' : 'ties.done', { count: reassigned }))
    if (late > 0) void message.info(t('ties.doneLate', { count: late }))
    await onDone()
  }
  return (
    <div className="gz-ties-form">
      <p className="gz-faint">
        {declaredAt === null ? t('ties.never') : t('ties.last', { at: dateTime(declaredAt) })}
      </p>
      {lines.length === 0 ? (
        <p>{t('ties.none')}</p>
      ) : (
        <ul className="gz-ties" aria-label={t('ties.title')}>
          {lines.map((line) => (
            <li key={keyOf(line)}>
              <span>
                <strong>{line.name}</strong> · {tieNames[line.kind][language]}
              </span>
              <Button
                size="small"
                aria-label={t('ties.removeOne', { name: line.name })}
                onClick={() => setLines(lines.filter((one) => one !== line))}
              >
                {t('ties.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="gz-ties-new">
        <RemotePick
          label={t('ties.where')}
          about={['tie-places']}
          find={found}
          value={picked}
          onChange={setPicked}
        />
        <Select<TieKind>
          aria-label={t('ties.kind')}
          value={kind}
          options={tieKinds.map((value) => ({ value, label: tieNames[value][language] }))}
          onChange={setKind}
        />
        <Button onClick={add} disabled={picked === null}>
          {t('ties.add')}
        </Button>
      </div>
      {error && <ErrorNote error={error} />}
      {changed && <Alert type="info" showIcon title={t('ties.unsaved')} />}
      <div>
        <Button type="primary" loading={isPending} onClick={() => void declare().catch(() => undefined)}>
          {t(lines.length === 0 ? 'ties.declareNone' : 'ties.declare')}
        </Button>
      </div>
    </div>
  )
}

const keyOf = ({ kind, placeId, bodyId }: Line) => [kind, placeId ?? '', bodyId ?? ''].join('|')

async function found(text: string, signal: AbortSignal) {
  if (text === '') return []
  const { found: hits } = await call(findTiePlaces, { query: { text } }, { signal })
  return hits.map(({ placeId, bodyId, name, where }) => ({
    value: placeId === null ? `body ${bodyId}` : `place ${placeId}`,
    label: name,
    note: where,
  }))
}
