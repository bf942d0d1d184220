import { CalculatorOutlined, EditOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { declareFact, evaluateSubject } from '../../../../contracts/evaluation/staff.ts'
import { isLiving, takesFacts } from '../../../../contracts/evaluation/words.ts'
import { may, useMe } from '../../../api/session.ts'
import { useSubmit } from '../../../api/submit.ts'
import { score as points } from '../../../parts/format.ts'
import { useSentence } from '../../../parts/states/sentence.ts'
import type { PointBodyProps } from './PointBody.tsx'

/** What this person may do about the point: record its fact, and have the subject scored anew. */
export function PointActions({
  score,
  point,
  recordable,
  recorded,
  onRecord,
  onRecomputed,
}: PointBodyProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const { notification, message } = App.useApp()
  const client = useQueryClient()
  const sentence = useSentence()
  const me = useMe()
  const { mutateAsync, isPending } = useSubmit(evaluateSubject)
  const { round, subject } = score
  // A fact that is recorded once is corrected at its entry; grades by project and incidents come one by one.
  const once = recordable !== undefined && !recordable.perProject && recordable.shape !== 'deduction'
  const done =
    once && point.declared.some((entry) => entry.fact === recordable.id && entry.standing !== 'withdrawn')
  const mayRecord = recordable !== undefined && !done && takesFacts(round.state) && may(me, declareFact.verb)
  const mayCompute =
    isLiving(round.state) && score.can['evaluation.evaluate-subject'] === true && subject.notAssessed === null
  if (!mayRecord && !mayCompute) return null

  async function recompute(): Promise<void> {
    try {
      const { total } = await mutateAsync({
        params: { id: round.id, subjectId: subject.subjectId },
        body: {},
      })
      onRecomputed()
      void message.success(t('point.recomputed', { total: points(total) }))
      await client.invalidateQueries({ queryKey: ['evaluation', 'round', round.id] })
      await client.invalidateQueries({ queryKey: [`evaluation-scores-${subject.kind}`] })
    } catch (error) {
      const { title, detail } = sentence(error)
      notification.error({ title, description: detail })
    }
  }
  return (
    <div className="gz-point-actions">
      {recorded && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t(mayCompute ? 'point.recordedCompute' : 'point.recordedWait')}
        />
      )}
      <div>
        {mayRecord && (
          <Button icon={<EditOutlined />} onClick={onRecord}>
            {t('point.record')}
          </Button>
        )}
        {mayCompute && (
          <Button
            icon={<CalculatorOutlined />}
            type={recorded ? 'primary' : 'default'}
            loading={isPending}
            onClick={() => void recompute()}
          >
            {t('point.recompute')}
          </Button>
        )}
      </div>
    </div>
  )
}
