import { Outlet, useRouteContext } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { Loading } from '../../parts/states/Loading.tsx'
import { FieldBar } from './FieldBar.tsx'
import { FieldClosed } from './FieldClosed.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { type Field, FieldContext } from './field-context.ts'
import { FieldStore } from './store/field-store.ts'
import type { FieldPerson } from './store/person.ts'
import { SyncRunner } from './sync/runner.ts'
import { OfflineWatch } from './worker/offline.ts'
import './attendance/attendance.css'
import './field.css'
import './rows/rows.css'

/** Around the on-site pages: what lies on this device for this account, its sending, and what stands in the way. */
export function FieldFrame(): ReactNode {
  const { person } = useRouteContext({ from: '/field' })
  if (!person.mayGrade) return <FieldClosed />
  return <OpenedFrame key={person.accountId} {...person} />
}

function OpenedFrame({ accountId, displayName }: FieldPerson): ReactNode {
  const [field, setField] = useState<Field | null>(null)
  useEffect(() => {
    const store = new FieldStore(accountId)
    const runner = new SyncRunner(store)
    const watch = new OfflineWatch()
    const stops: (() => void)[] = []
    let isGone = false
    void store.open().then(() => {
      if (isGone) return
      stops.push(watch.start(), runner.start())
      setField({ person: { accountId, displayName }, store, runner, watch })
    })
    return () => {
      isGone = true
      for (const stop of stops) stop()
      store.close()
    }
  }, [accountId, displayName])
  if (!field) return <Loading />
  return (
    <FieldContext value={field}>
      <div className="gz-field">
        <FieldBar />
        <FieldNotes />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </div>
    </FieldContext>
  )
}
