import {
  exportDeliveries,
  exportSubscriptions,
  type listDeliveries,
  type Subscription,
} from '../../../contracts/exchange/staff.ts'
import { attemptFaultNames, deliveryStateNames } from '../../../contracts/exchange/words.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { Route } from '../../access/route.ts'
import type { EventKind } from '../event-kind.ts'
import { exportRoute } from '../export-route.ts'
import { deliveries } from './queries/deliveries.ts'
import { subscriptions } from './queries/subscriptions.ts'

type Row = Answer<typeof listDeliveries>['rows'][number]

const states: Record<Subscription['state'], string> = { active: '启用', paused: '暂停', ended: '已终止' }

/** Who is told of what; never the secret. */
export const subscriptionExport = (demo: boolean): Route =>
  exportRoute<typeof exportSubscriptions, Subscription>(exportSubscriptions, {
    title: '事件订阅',
    demo,
    page: subscriptions,
    columns: [
      { header: '名称', value: (row) => row.name, width: 28 },
      { header: '接收地址', value: (row) => row.url, width: 48 },
      { header: '事件', value: (row) => row.events.join('、'), width: 40 },
      { header: '状态', value: (row) => states[row.state] },
      { header: '待送达', kind: 'integer', value: (row) => row.waiting },
      { header: '已放弃', kind: 'integer', value: (row) => row.givenUp },
      { header: '最近送达', kind: 'instant', value: (row) => row.lastDeliveredAt, width: 18 },
    ],
  })

export const deliveryExport = (demo: boolean, kinds: readonly EventKind[]): Route =>
  exportRoute<typeof exportDeliveries, Row>(exportDeliveries, {
    title: '事件送达记录',
    demo,
    page: deliveries,
    columns: [
      { header: '事件编号', value: (row) => row.eventId, width: 38 },
      {
        header: '事件',
        value: (row) => kinds.find(({ name }) => name === row.event)?.zh ?? row.event,
        width: 24,
      },
      { header: '事件代码', value: (row) => row.event, width: 30 },
      { header: '发生时间', kind: 'instant', value: (row) => row.eventAt, width: 18 },
      { header: '订阅', value: (row) => row.subscription, width: 24 },
      { header: '状态', value: (row) => deliveryStateNames[row.state].zh },
      { header: '次数', kind: 'integer', value: (row) => row.attempts },
      { header: '最近一次', kind: 'instant', value: (row) => row.lastAt, width: 18 },
      { header: '对方答复', value: (row) => row.lastStatus?.toString() },
      {
        header: '未送达原因',
        value: (row) => row.lastFault && attemptFaultNames[row.lastFault].zh,
        width: 30,
      },
      { header: '下次时间', kind: 'instant', value: (row) => row.nextAt, width: 18 },
    ],
  })
