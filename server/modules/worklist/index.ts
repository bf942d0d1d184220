import { getWorklist } from '../../../contracts/worklist/staff.ts'
import { route } from '../../access/route.ts'
import type { Module } from '../module.ts'
import type { TodoSource } from '../todo-source.ts'
import { worklist } from './queries/worklist.ts'

/** The first page of every role, put together from what the other modules know is to be done. */
export const worklistModule = (sources: readonly TodoSource[]): Module => ({
  name: 'worklist',
  uses: [],
  policy: [],
  routes: [route(getWorklist, ({ ctx }) => worklist(ctx, sources))],
})
