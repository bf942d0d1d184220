import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { getTask } from '../../../../contracts/grading/staff.ts'
import { call } from '../../../api/client.ts'

export type TaskShown = Answer<typeof getTask>
export type Task = TaskShown['task']
export type Row = Task['rows'][number]

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['grading-tasks', 'one', id],
    queryFn: ({ signal }) => call(getTask, { params: { id } }, { signal }),
  })
