import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionRow } from '../../../contracts/accounts/sessions.ts'
import { dateTime } from '../../parts/format.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import './session-list.css'

interface SessionListProps {
  sessions: SessionRow[]
  /** null where they cannot be ended here. */
  onEnd: ((session: SessionRow) => void) | null
  /** The id of the one that is being ended. */
  ending?: string | undefined
}

/** Where an account is signed in: device, network, since when, and when it ends by itself. */
export function SessionList({ sessions, onEnd, ending }: SessionListProps): ReactNode {
  const { t } = useTranslation('accounts')
  return (
    <ul className="gz-sessions">
      {sessions.map((session) => {
        const device = session.device || t('sessions.unknownDevice')
        return (
          <li key={session.id}>
            <div className="gz-session-head">
              <strong>{device}</strong>
              {session.isThis && <StateTag kind="doing" word={t('sessions.this')} />}
              {session.secondFactor && <StateTag kind="done" word={t('sessions.proved')} />}
            </div>
            <dl>
              <dt>{t('sessions.place')}</dt>
              <dd>{session.address || t('sessions.unknownPlace')}</dd>
              <dt>{t('sessions.via')}</dt>
              <dd>{t(`sessions.by.${session.via}`)}</dd>
              <dt>{t('sessions.begun')}</dt>
              <dd>{dateTime(session.begunAt)}</dd>
              <dt>{t('sessions.seen')}</dt>
              <dd>{dateTime(session.lastSeenAt)}</dd>
              <dt>{t('sessions.ends')}</dt>
              <dd>
                {t('sessions.endsAt', {
                  idle: dateTime(session.idleEnd),
                  latest: dateTime(session.latestEnd),
                })}
              </dd>
            </dl>
            {onEnd && !session.isThis && (
              <Button
                loading={ending === session.id}
                aria-label={t('sessions.endOne', { device, begun: dateTime(session.begunAt) })}
                onClick={() => onEnd(session)}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
