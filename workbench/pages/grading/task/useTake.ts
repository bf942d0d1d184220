import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { takeTask } from '../../../../contracts/grading/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { useSentence } from '../../../parts/states/sentence.ts'

/** Goes on with a task that a colleague has begun. */
export function useTake(id: string, refresh: () => Promise<void>): { run: () => void; busy: boolean } {
  const { t } = useTranslation('grading')
  const { message, notification } = App.useApp()
  const sentence = useSentence()
  const { mutateAsync, isPending } = useSubmit(takeTask)
  async function run(): Promise<void> {
    try {
      await mutateAsync({ params: { id }, body: {} })
      void message.success(t('task.taken'))
    } catch (fault) {
      const { title, detail } = sentence(fault)
      notification.error({ title, description: detail })
    }
    await refresh()
  }
  return { run: () => void run(), busy: isPending }
}
