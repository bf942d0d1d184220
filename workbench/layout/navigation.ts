import type { Me } from '../../contracts/accounts/staff.ts'
import { may } from '../api/session.ts'
import { nav as accounts } from '../pages/accounts-admin/nav.tsx'
import { nav as archives } from '../pages/archives/nav.tsx'
import { nav as audit } from '../pages/audit-trail/nav.tsx'
import { nav as calendar } from '../pages/calendar/nav.tsx'
import { nav as evaluation } from '../pages/evaluation/nav.tsx'
import { nav as webhooks } from '../pages/exchange/nav.tsx'
import { nav as field } from '../pages/field/nav.tsx'
import { nav as grading } from '../pages/grading/nav.tsx'
import { nav as findings } from '../pages/findings/nav.tsx'
import { nav as imports } from '../pages/imports/nav.tsx'
import { nav as moderation } from '../pages/moderation/nav.tsx'
import { nav as demoInbox } from '../pages/notices/nav.tsx'
import { nav as petitions } from '../pages/petitions/nav.tsx'
import { nav as publicity } from '../pages/publicity/nav.tsx'
import { nav as selfReports } from '../pages/self-reports/nav.tsx'
import { nav as standards } from '../pages/standards/nav.tsx'
import { nav as organisations } from '../pages/organisations/nav.tsx'
import { nav as worklist } from '../pages/worklist/nav.tsx'
import type { NavEntry } from './nav-entry.ts'

/** By work, in the order of a day; each module brings its own entry. */
const entries: readonly NavEntry[] = [
  worklist,
  petitions,
  evaluation,
  selfReports,
  findings,
  grading,
  field,
  moderation,
  publicity,
  archives,
  organisations,
  imports,
  standards,
  calendar,
  accounts,
  audit,
  webhooks,
  demoInbox,
]

/** Only what this person's verbs open. */
export function entriesFor(me: Me): NavEntry[] {
  return entries.filter(({ verbs }) => verbs.length === 0 || verbs.some((verb) => may(me, verb)))
}

/** The entry whose page, or a page below it, stands at this path. */
export function entryAt(path: string): NavEntry | undefined {
  return entries
    .filter(({ to }) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0]
}
