import { FilePdfOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadPaper, downloadScoreTable } from '../../../contracts/archives/staff.ts'
import { paperForms, paperNames } from '../../../contracts/archives/words.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { useSentence } from '../../parts/states/sentence.ts'
import { useEnglish } from '../../parts/words.ts'
import { subjectPapersQuery } from './queries.ts'

/** On a subject's score page: its table as PDF, and its notice and certificate once there are any. */
export function SubjectPapers({ round, subject }: { round: string; subject: string }): ReactNode {
  const { t } = useTranslation('archives')
  const language = useEnglish() ? 'en' : 'zh'
  const me = useMe()
  const sentence = useSentence()
  const { notification } = App.useApp()
  const { data } = useQuery({
    ...subjectPapersQuery(round, subject),
    enabled: may(me, 'archives.see-papers'),
  })
  const { mutate, isPending } = useMutation({
    mutationFn: (run: () => Promise<void>) => run(),
    onError: (fault) => {
      const { title, detail } = sentence(fault)
      notification.error({ title, description: detail })
    },
  })
  const table = () => download(downloadScoreTable, { params: { id: round, subjectId: subject } }, 'table.pdf')
  const papers = data?.papers ?? []
  if (papers.length === 0)
    return (
      <Button icon={<FilePdfOutlined />} loading={isPending} onClick={() => mutate(table)}>
        {t('tablePdf')}
      </Button>
    )
  const items = papers.flatMap(({ id, kind, code }) =>
    paperForms.map((form) => ({
      key: `${id} ${form}`,
      label: t('paperAs', { paper: paperNames[kind][language], form: t(`form.${form}`) }),
      onClick: () =>
        mutate(() => download(downloadPaper, { params: { id }, query: { form } }, `${code}.${form}`)),
    })),
  )
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [{ key: 'table', label: t('tablePdf'), onClick: () => mutate(table) }, ...items] }}
    >
      <Button icon={<FilePdfOutlined />} loading={isPending}>
        {t('papers')}
      </Button>
    </Dropdown>
  )
}
