import { EditOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { editBody, getBody, getPlace } from '../../../../contracts/organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { count } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import type { Fact } from '../../../parts/record/FactGroups.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { bodiesAddress, committeesAddress, compoundAddress } from '../addresses.ts'
import { ContractsSection } from '../contracts/ContractsSection.tsx'
import { CoverageSection } from '../party/CoverageSection.tsx'
import { OrganisationsSection } from '../party/OrganisationsSection.tsx'
import { PostsSection } from '../posts/PostsSection.tsx'
import { RecordFrame } from '../shared/RecordFrame.tsx'
import { ScoresSection } from '../shared/ScoresSection.tsx'
import { timelineOf } from '../shared/timeline.ts'
import { EditBodyDialog } from './EditBodyDialog.tsx'

export type BodyRecord = Answer<typeof getBody>

const isProvider = ({ kind }: BodyRecord): boolean => kind === 'enterprise' || kind === 'other-manager'

/** An enterprise, committee or office: what it serves, who stands in it, its Party organisation, its scores. */
export function BodyPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['organisations', 'body', id],
    queryFn: ({ signal }) => call(getBody, { params: { id } }, { signal }),
  })
  return (
    <RecordFrame
      query={query}
      title={t('bodies.one')}
      crumbs={[{ label: t('bodies.title'), to: bodiesAddress }]}
    >
      {(body) => <Body body={body} />}
    </RecordFrame>
  )
}

function Body({ body }: { body: BodyRecord }): ReactNode {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const [edits, setEdits] = useState(false)
  const onDone = () => client.invalidateQueries({ queryKey: ['organisations'] })
  const { committee, kind, uscc } = body
  const provider = isProvider(body)
  const named = useCode(body)
  return (
    <RecordPage
      title={body.name}
      crumbs={[
        committee
          ? { label: t('committees.title'), to: committeesAddress }
          : { label: t('bodies.title'), to: bodiesAddress },
      ]}
      state={
        body.to === null ? (
          <StateTag kind="info" word={t(`bodyKind.${kind}`)} />
        ) : (
          <StateTag kind="ended" word={t('bodies.ended', { day: body.to })} />
        )
      }
      {...(body.can[editBody.verb]
        ? { next: { label: t('bodies.edit'), icon: <EditOutlined />, onClick: () => setEdits(true) } }
        : {})}
      groups={[{ title: t('bodies.about'), facts: factsOf(body, provider) }]}
      {...timelineOf(body.timeline)}
    >
      {kind === 'enterprise' && uscc !== null && (
        <ScoresSection kind="enterprise" code={uscc} body={body.id} />
      )}
      {provider && (
        <ContractsSection
          contracts={body.contracts}
          provider={{ id: body.id, name: body.name, uscc }}
          onDone={onDone}
        />
      )}
      <PostsSection
        posts={body.posts}
        {...(named === undefined ? {} : { body: { kind, name: body.name, code: named } })}
        onDone={onDone}
      />
      <OrganisationsSection host={body.id} />
      <CoverageSection body={{ id: body.id, name: body.name, code: named ?? '' }} />
      {edits && <EditBodyDialog body={body} onClose={() => setEdits(false)} onDone={onDone} />}
    </RecordPage>
  )

  function factsOf(record: BodyRecord, provides: boolean): Fact[] {
    const facts: Fact[] = [
      { label: t('bodies.kind'), value: t(`bodyKind.${record.kind}`) },
      { label: t('bodies.place'), value: record.placeName },
      { label: t('bodies.from'), value: record.from },
    ]
    if (record.uscc !== null || provides)
      facts.splice(1, 0, {
        label: t('bodies.uscc'),
        value: record.uscc && <span className="gz-number">{record.uscc}</span>,
      })
    if (provides) facts.push({ label: t('bodies.compounds'), value: count(record.compounds) })
    if (record.committee) facts.push(...committeeFacts(record.committee))
    return facts
  }
  function committeeFacts(sat: NonNullable<BodyRecord['committee']>): Fact[] {
    return [
      {
        label: t('committees.compound'),
        value: <Goto to={compoundAddress(sat.compoundId)}>{sat.compoundName}</Goto>,
      },
      { label: t('committees.seats'), value: count(sat.seats) },
      { label: t('committees.elected'), value: sat.electedOn },
      { label: t('committees.filed'), value: sat.filedOn ?? t('committees.notFiled') },
      { label: t('committees.termEnds'), value: sat.termEndsOn },
      { label: t('committees.renewal'), value: t(sat.renewal ? 'yes' : 'no') },
    ]
  }
}

/** How forms name a body: its credit code, or for bodies without one the code of its place. */
function useCode(body: BodyRecord): string | undefined {
  const { data } = useQuery({
    queryKey: ['organisations', 'place', body.placeId],
    enabled: body.uscc === null,
    queryFn: ({ signal }) => call(getPlace, { params: { id: body.placeId } }, { signal }),
  })
  return body.uscc ?? data?.code
}
