import type { Client } from '../../../contracts/petitions/clients.ts'
import * as contract from '../../../contracts/petitions/clients.ts'
import { type Route, route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { createClient, revokeClient } from './actions/manage-clients.ts'
import { clients } from './queries/clients.ts'

const kindNames = { hotline: '12345 热线', open311: 'Open311' }

export const clientRoutes = (demo: boolean): Route[] => [
  route(contract.listClients, ({ query, ctx }) => clients(ctx, query)),
  exportRoute<typeof contract.exportClients, Client>(contract.exportClients, {
    title: '诉求接口密钥',
    demo,
    page: (ctx, query) => clients(ctx, query),
    columns: [
      { header: '系统名称', value: (row) => row.name, width: 24 },
      { header: '类别', value: (row) => kindNames[row.kind] },
      { header: '辖区', value: (row) => row.placeName, width: 20 },
      { header: '状态', value: (row) => (row.state === 'active' ? '启用' : '已停用') },
      { header: '新增时间', kind: 'instant', value: (row) => row.createdAt, width: 18 },
      { header: '新增人', value: (row) => row.createdBy },
    ],
  }),
  route(contract.createClient, ({ body, perform }) => perform(createClient, body)),
  route(contract.revokeClient, ({ params, perform }) => perform(revokeClient, params)),
]
