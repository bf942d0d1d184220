import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  attestPost,
  createPost,
  endPost,
  type postRow,
  revealPerson,
} from '../../../../contracts/organisations/staff.ts'
import { may, useMe } from '../../../api/session.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import type { Contract } from '../contracts/ContractsSection.tsx'
import type { Named } from '../shared/named.ts'
import { RowAction } from '../shared/RowAction.tsx'
import { RowsSection } from '../shared/RowsSection.tsx'
import { AttestDialog, EndPostDialog } from './PostDialogs.tsx'
import { NewPostDialog, type PostBody } from './NewPostDialog.tsx'
import { RevealDialog } from './RevealDialog.tsx'

export type Post = z.infer<typeof postRow>
type Deed = { do: 'reveal' | 'end' | 'attest'; post: Post } | { do: 'new' }

const deeds = [
  { key: 'reveal', verb: revealPerson.verb, word: 'posts.reveal' },
  { key: 'attest', verb: attestPost.verb, word: 'posts.attest' },
  { key: 'end', verb: endPost.verb, word: 'posts.end' },
] as const

interface PostsSectionProps {
  posts: Post[]
  /** The compound whose page this is, with its contracts: a head of project belongs to its provider. */
  compound?: Named
  contracts?: Contract[]
  /** The body whose page this is. */
  body?: PostBody
  onDone: () => Promise<void>
}

/** Posts held today. Names are masked for everybody; the whole name is an act of its own, with a reason. */
export function PostsSection({ posts, compound, contracts, body, onDone }: PostsSectionProps): ReactNode {
  const { t } = useTranslation('organisations')
  const me = useMe()
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  const acts = posts.some(({ can }) => deeds.some(({ verb }) => can[verb]))
  const columns = usePostColumns(compound !== undefined, acts ? setDeed : null)
  return (
    <RowsSection
      title={t('posts.title')}
      rows={posts}
      rowKey={({ id }) => id}
      columns={columns}
      none={t('posts.none')}
      actions={
        may(me, createPost.verb) && <Button onClick={() => setDeed({ do: 'new' })}>{t('posts.new')}</Button>
      }
    >
      {deed?.do === 'reveal' && <RevealDialog post={deed.post} onClose={close} />}
      {deed?.do === 'end' && <EndPostDialog post={deed.post} onClose={close} onDone={onDone} />}
      {deed?.do === 'attest' && <AttestDialog post={deed.post} onClose={close} onDone={onDone} />}
      {deed?.do === 'new' && (
        <NewPostDialog
          compound={compound}
          contracts={contracts ?? []}
          body={body}
          onClose={close}
          onDone={onDone}
        />
      )}
    </RowsSection>
  )
}

/** Party status only for the roles that receive it. */
function usePostColumns(ofCompound: boolean, onDeed: ((deed: Deed) => void) | null): ListColumn<Post>[] {
  const { t } = useTranslation('organisations')
  const seesParty = may(useMe(), 'organisations.see-party-status')
  // On a compound's page the role says whose person it is.
  const where: ListColumn<Post>[] = ofCompound
    ? []
    : [{ key: 'compound', title: t('posts.compound'), cell: ({ compoundName }) => compoundName ?? '—' }]
  const columns: ListColumn<Post>[] = [
    { key: 'role', title: t('posts.role'), cell: ({ role }) => t(`postRole.${role}`) },
    { key: 'name', title: t('posts.name'), cell: ({ nameMask }) => nameMask },
    { key: 'phone', title: t('posts.phone'), cell: ({ phoneMask }) => phoneMask ?? t('notProvided') },
    ...where,
    { key: 'from', title: t('posts.from'), cell: ({ from }) => from },
  ]
  if (seesParty)
    columns.push({ key: 'party', title: t('posts.party'), cell: (post) => <PartyStatus post={post} /> })
  if (onDeed)
    columns.push({ key: 'do', title: t('do'), cell: (post) => <Deeds post={post} onChoose={onDeed} /> })
  return columns
}

/** 未提供 where nobody attested it: it is never guessed. */
function PartyStatus({ post }: { post: Post }): ReactNode {
  const { t } = useTranslation('organisations')
  const { partyStatus, attestedBy, attestedOn } = post
  if (partyStatus === null) return <span className="gz-faint">{t('notProvided')}</span>
  return (
    <span title={t('posts.attested', { by: attestedBy ?? '', on: attestedOn ?? '' })}>
      {t(`partyStatus.${partyStatus}`)}
    </span>
  )
}

function Deeds({ post, onChoose }: { post: Post; onChoose: (deed: Deed) => void }): ReactNode {
  const { t } = useTranslation('organisations')
  const { can, nameMask } = post
  return (
    <span>
      {deeds
        .filter(({ verb }) => can[verb])
        .map(({ key, word }) => (
          <RowAction key={key} label={t(word)} of={nameMask} onClick={() => onChoose({ do: key, post })} />
        ))}
    </span>
  )
}
