import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { evaluateRound } from '../../../../contracts/evaluation/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { useSentence } from '../../../parts/states/sentence.ts'
import type { RoundPage } from '../queries.ts'

/** Asks, then has every subject of the round scored anew; the run's progress is followed by the round's own query. */
export function useEvaluate(round: Pick<RoundPage, 'id' | 'name'>): { ask: () => void; busy: boolean } {
  const { t } = useTranslation('evaluation')
  const { modal, notification } = App.useApp()
  const client = useQueryClient()
  const sentence = useSentence()
  const { mutateAsync, isPending } = useSubmit(evaluateRound)

  async function run(): Promise<void> {
    try {
      await mutateAsync({ params: { id: round.id }, body: {} })
    } catch (error) {
      const { title, detail } = sentence(error)
      notification.error({ title, description: detail })
    }
    await client.invalidateQueries({ queryKey: ['evaluation', 'round', round.id] })
  }
  function ask(): void {
    modal.confirm({
      title: t('run.ask', { name: round.name }),
      content: t('run.askMeans'),
      okText: t('run.start'),
      onOk: run,
    })
  }
  return { ask, busy: isPending }
}
