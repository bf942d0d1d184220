import type { SubjectKind } from '../../../../contracts/evaluation/words.ts'
import type { Answerer } from '../../../../contracts/self-reports/words.ts'

const byEvaluator: Readonly<Record<string, Answerer>> = {
  考核组: 'evaluator',
  物业主管部门: 'district-official',
  区物业主管部门: 'district-official',
  市物业主管部门: 'city-official',
  街道社区: 'street-official',
}

/**
 * Who answers a contest: whoever evaluates the row. Surveys are commissioned by the bureau above the subject; an
 * enterprise is evaluated in a whole district, beyond the reach of one street or committee (C33), so its bureau answers.
 */
export function whoAnswers(evaluator: string, kind: SubjectKind): Answerer {
  const found = byEvaluator[evaluator]
  if (kind === 'district') return 'city-official'
  if (found === undefined || found === 'street-official') return 'district-official'
  return found
}
