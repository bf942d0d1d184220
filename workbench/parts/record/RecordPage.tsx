import { Button, Dropdown, type MenuProps } from 'antd'
import { EllipsisOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { type Crumb, PageHead } from '../PageHead.tsx'
import { useWords } from '../words.ts'
import { type FactGroup, FactGroups } from './FactGroups.tsx'
import { type TimelineEvent, EventTimeline } from './EventTimeline.tsx'
import './record.css'

export interface NextAction {
  label: string
  icon?: ReactNode
  onClick: () => void
  busy?: boolean
  disabled?: boolean
}

export interface RecordPageProps {
  title: string
  crumbs?: Crumb[]
  /** A <StateTag/>. */
  state?: ReactNode
  /** Who has it now. */
  owner?: string
  /** A <Deadline/>. */
  deadline?: ReactNode
  intro?: ReactNode
  /** The one next action of this record for this person. */
  next?: NextAction
  /** Ordinary actions as plain buttons; more than two belong into `more`. */
  actions?: ReactNode
  more?: MenuProps['items']
  groups: FactGroup[]
  /** Newest first; no right-hand side when left out. */
  timeline?: TimelineEvent[]
  /** Below the groups: a table of rows, a chart, a form. */
  children?: ReactNode
}

/** One record: what it is, who has it until when, what to do next; facts on the left, what happened on the right. */
export function RecordPage(props: RecordPageProps): ReactNode {
  const { title, state, owner, deadline, next, more, timeline } = props
  const t = useWords()
  const beside = (state || owner !== undefined || deadline) && (
    <>
      {state}
      {owner !== undefined && <span>{t('record.owner', { owner })}</span>}
      {deadline}
    </>
  )
  const actions = (
    <>
      {props.actions}
      {more && more.length > 0 && (
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button icon={<EllipsisOutlined />} aria-label={t('record.more')} />
        </Dropdown>
      )}
      {next && (
        <Button
          type="primary"
          icon={next.icon}
          loading={next.busy ?? false}
          disabled={next.disabled ?? false}
          onClick={next.onClick}
        >
          {next.label}
        </Button>
      )}
    </>
  )
  return (
    <div className="gz-page">
      <PageHead
        title={title}
        crumbs={props.crumbs ?? []}
        beside={beside}
        intro={props.intro}
        actions={actions}
      />
      <div className={timeline ? 'gz-record gz-record-two' : 'gz-record'}>
        <div className="gz-record-main">
          <FactGroups groups={props.groups} />
          {props.children}
        </div>
        {timeline && <EventTimeline events={timeline} />}
      </div>
    </div>
  )
}
