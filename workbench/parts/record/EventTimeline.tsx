import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import { dateTime } from '../format.ts'
import { useWords } from '../words.ts'

export interface TimelineEvent {
  id: string
  /** Instant, ISO 8601. */
  at: string
  what: string
  who?: string | undefined
  detail?: ReactNode
  kind?: 'done' | 'warning' | 'error'
}

const colours = { done: 'green', warning: 'orange', error: 'red' } as const

/** What happened, newest first. */
export function EventTimeline({ events }: { events: TimelineEvent[] }): ReactNode {
  const t = useWords()
  return (
    <aside className="gz-card gz-timeline" aria-label={t('record.timeline')}>
      <div className="gz-section-head">
        <h2>{t('record.timeline')}</h2>
      </div>
      {events.length === 0 ? (
        <p className="gz-timeline-none gz-faint">{t('record.nothingYet')}</p>
      ) : (
        <Timeline
          items={events.map((event) => ({
            key: event.id,
            color: event.kind ? colours[event.kind] : 'gray',
            content: (
              <div>
                <div>{event.what}</div>
                <div className="gz-faint gz-number">
                  {dateTime(event.at)}
                  {event.who !== undefined && ` · ${event.who}`}
                </div>
                {event.detail}
              </div>
            ),
          }))}
        />
      )}
    </aside>
  )
}
