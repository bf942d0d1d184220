import { type accountRow, exportAccounts } from '../../../contracts/accounts/staff.ts'
import { roleNames } from '../../../contracts/accounts/words.ts'
import type { z } from 'zod'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { accounts } from './queries/accounts.ts'

type Row = z.infer<typeof accountRow>

const stateOf = ({ closed, lockedUntil }: Row) =>
  closed ? '已停用' : lockedUntil === null ? '正常' : '已锁定'

const roleOf = ({ role, placeName, bodyName }: Row['grants'][number]) =>
  `${roleNames[role].zh}（${placeName ?? bodyName ?? '无范围'}）`

/** The accounts as a file, to be held against the list of those in office. */
export const accountExport = (demo: boolean): Route =>
  exportRoute<typeof exportAccounts, Row>(exportAccounts, {
    title: '账号与授权',
    demo,
    page: accounts,
    columns: [
      { header: '账号', value: (row) => row.account, width: 20 },
      { header: '姓名', value: (row) => row.displayName },
      { header: '角色', value: (row) => row.grants.map(roleOf).join('；'), width: 48 },
      { header: '状态', value: stateOf },
      { header: '锁定至', kind: 'instant', value: (row) => row.lockedUntil, width: 18 },
      { header: '最近登录', kind: 'instant', value: (row) => row.lastSignInAt, width: 18 },
    ],
  })
