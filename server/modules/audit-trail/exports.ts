import { exportEntries, type listEntries } from '../../../contracts/audit-trail/staff.ts'
import { resourceNames } from '../../../contracts/audit-trail/words.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { entries } from './queries/entries.ts'

type Row = Answer<typeof listEntries>['rows'][number]

/** The trail as a file: what the list shows, never the detail, in which personal fields are sealed. */
export const entryExport = (demo: boolean): Route =>
  exportRoute<typeof exportEntries, Row>(exportEntries, {
    title: '审计记录',
    demo,
    page: entries,
    columns: [
      // Numbers that name something carry no thousands separators.
      { header: '记录号', value: (row) => String(row.id) },
      { header: '时间', kind: 'instant', value: (row) => row.at, width: 18 },
      { header: '办理人账号', value: (row) => row.actorAccount ?? '系统', width: 20 },
      { header: '办理人', value: (row) => row.actorName },
      { header: '办理的事', value: (row) => row.summary, width: 60 },
      { header: '涉及的记录', value: (row) => resourceNames[row.resource]?.zh ?? row.resource, width: 24 },
      { header: '记录编号', value: (row) => row.resourceId, width: 38 },
      { header: '权限项', value: (row) => row.verb, width: 32 },
      { header: '封存号', value: (row) => row.seal?.toString() },
    ],
  })
