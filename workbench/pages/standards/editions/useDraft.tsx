import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App } from 'antd'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeEdition } from '../../../../contracts/standards/editions.ts'
import { call } from '../../../api/client.ts'
import { useSentence } from '../../../parts/states/sentence.ts'
import { ConflictDialog, type Clash } from './ConflictDialog.tsx'
import type { Change, DraftPageData } from './document.ts'
import { draftQuery } from './queries.ts'

interface DraftDesk {
  draft: DraftPageData
  mayEdit: boolean
  saving: boolean
  /** Saves one part; `base` is the version that was seen when the edit began. @returns whether it was saved */
  save(change: Change, base: number): Promise<boolean>
  /** The same, with the refusal thrown for a form that shows it. */
  submit(change: Change, base: number): Promise<void>
}

const Desk = createContext<DraftDesk | null>(null)

export function useDraft(): DraftDesk {
  const desk = use(Desk)
  if (!desk) throw new Error('no draft is open')
  return desk
}

/** A draft under the hands of its editors: every part is saved by itself, and what somebody else changed meanwhile is told. */
export function DraftProvider({ id, children }: { id: string; children: ReactNode }): ReactNode {
  const { t } = useTranslation('editions')
  const client = useQueryClient()
  const { message } = App.useApp()
  const sentence = useSentence()
  const [clash, setClash] = useState<Clash | null>(null)
  const [saving, setSaving] = useState(false)
  const { data: draft } = useSuspenseQuery(draftQuery(id))
  const mayEdit = draft.state === 'draft' && draft.can['standards.edit-edition'] === true
  const desk = useMemo((): DraftDesk => {
    const submit = async (change: Change, base: number): Promise<void> => {
      setSaving(true)
      try {
        const answer = await call(changeEdition, { params: { id }, body: { ...change, base } })
        if (answer.outcome === 'conflict') setClash({ change, ...answer })
        await client.invalidateQueries({ queryKey: draftQuery(id).queryKey })
      } finally {
        setSaving(false)
      }
    }
    const save = (change: Change, base: number) =>
      submit(change, base).then(
        () => true,
        (error: unknown) => {
          void message.error(sentence(error).detail)
          return false
        },
      )
    return { draft, mayEdit, saving, save, submit }
  }, [draft, mayEdit, saving, id, client, message, sentence])
  return (
    <Desk value={desk}>
      {children}
      <span className="gz-hidden" aria-live="polite">
        {saving ? t('saving') : t('savedAs', { version: draft.version })}
      </span>
      {clash && (
        <ConflictDialog
          clash={clash}
          onTheirs={() => setClash(null)}
          onMine={() => {
            setClash(null)
            void desk.save(clash.change, clash.version)
          }}
        />
      )}
    </Desk>
  )
}
