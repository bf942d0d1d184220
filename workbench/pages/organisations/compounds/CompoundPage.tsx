import { EditOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { editCompound, getCompoundPage } from '../../../../contracts/organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { compoundAddress, compoundsAddress } from '../addresses.ts'
import { CommitteesSection } from '../bodies/CommitteesSection.tsx'
import { ContractsSection } from '../contracts/ContractsSection.tsx'
import { CoverageSection } from '../party/CoverageSection.tsx'
import { PostsSection } from '../posts/PostsSection.tsx'
import { RecordFrame } from '../shared/RecordFrame.tsx'
import { ScoresSection } from '../shared/ScoresSection.tsx'
import { timelineOf } from '../shared/timeline.ts'
import { useProfileGroups } from './profile.tsx'
import { StaffSection } from './StaffSection.tsx'

type CompoundFile = Answer<typeof getCompoundPage>

/** 小区档案: what it is, who serves and governs it, who works there, how Party work reaches it, how it scored. */
export function CompoundPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['organisations', 'compound', id],
    queryFn: ({ signal }) => call(getCompoundPage, { params: { id } }, { signal }),
  })
  return (
    <RecordFrame
      query={query}
      title={t('compounds.one')}
      crumbs={[{ label: t('compounds.title'), to: compoundsAddress }]}
    >
      {(file) => <Compound file={file} />}
    </RecordFrame>
  )
}

function Compound({ file }: { file: CompoundFile }): ReactNode {
  const { t } = useTranslation('organisations')
  const router = useRouter()
  const client = useQueryClient()
  const { profile } = file
  const groups = useProfileGroups(profile, file.contracts)
  const edits = profile.can[editCompound.verb] === true && profile.endedOn === null
  const onDone = () => client.invalidateQueries({ queryKey: ['organisations'] })
  const compound = { id: profile.id, name: profile.name, code: profile.code }
  return (
    <RecordPage
      title={profile.name}
      crumbs={[{ label: t('compounds.title'), to: compoundsAddress }]}
      state={
        profile.endedOn === null ? (
          <StateTag kind="info" word={t(`compoundType.${profile.type}`)} />
        ) : (
          <StateTag kind="ended" word={t('places.ended', { day: profile.endedOn })} />
        )
      }
      {...(edits
        ? {
            next: {
              label: t('compounds.edit'),
              icon: <EditOutlined />,
              onClick: () => void router.navigate({ href: `${compoundAddress(profile.id)}/edit` }),
            },
          }
        : {})}
      groups={groups}
      {...timelineOf(file.timeline)}
    >
      <ScoresSection kind="compound" place={profile.id} code={profile.code} />
      <ContractsSection contracts={file.contracts} compound={compound} onDone={onDone} />
      <CommitteesSection committees={file.committees} compound={compound} onDone={onDone} />
      <PostsSection posts={file.posts} compound={compound} contracts={file.contracts} onDone={onDone} />
      <CoverageSection compound={compound} />
      <StaffSection staff={file.staff} compound={compound} can={profile.can} onDone={onDone} />
    </RecordPage>
  )
}
