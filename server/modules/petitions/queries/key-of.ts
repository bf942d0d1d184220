import { refuse } from '../../../platform/problems/platform-problems.ts'

const shape = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)? [0-9a-f-]{36}$/

/** The key of a page as it was given out. @throws where it is something else */
export function checkedKey(after: string | undefined): string | undefined {
  if (after === undefined || shape.test(after)) return after
  throw refuse(
    'invalid-entry',
    { entry: { zh: '页码不对，请从第一页开始。', en: 'Begin with the first page.' } },
    { field: 'after' },
  )
}
