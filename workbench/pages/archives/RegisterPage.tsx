import { useQuery } from '@tanstack/react-query'
import { Space } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { downloadPaper, exportCertificates, listCertificates } from '../../../contracts/archives/staff.ts'
import { paperForms, type PaperKind, paperKinds, paperNames } from '../../../contracts/archives/words.ts'
import { subjectKind, subjectKinds } from '../../../contracts/evaluation/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { date, score } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { useEnglish } from '../../parts/words.ts'
import { subjectAddress } from '../evaluation/addresses.ts'
import { ArchiveTabs } from './ArchiveTabs.tsx'
import { roundsQuery } from './queries.ts'

type Row = Answer<typeof listCertificates>['rows'][number]

const oneOf = <T extends string>(known: readonly T[], value: string | undefined) =>
  known.find((one) => one === value)

const queryOf = ({ round, kind, state, subjectKind: of, text }: Filters) => ({
  round: only(round),
  kind: oneOf(paperKinds, only(kind)),
  state: oneOf(['valid', 'replaced'] as const, only(state)),
  subjectKind: subjectKind.safeParse(only(of)).data,
  text: only(text),
})

const load = ({ filters, after, signal }: Asked) =>
  call(listCertificates, { query: { ...queryOf(filters), after } }, { signal })

/** Every paper that was issued: to whom, which one holds, and the paper itself. */
export function RegisterPage(): ReactNode {
  const { t } = useTranslation('archives')
  const language = useEnglish() ? 'en' : 'zh'
  const { data } = useQuery(roundsQuery)
  return (
    <ListPage<Row>
      name="archives-register"
      title={t('register')}
      intro={t('registerIntro')}
      load={load}
      exportAs={(filters) =>
        download(exportCertificates, { query: queryOf(filters) }, `${t('register')}.xlsx`)
      }
      rowKey={({ id }) => id}
      columns={useRegisterColumns()}
      filters={[
        { key: 'text', label: t('find'), kind: 'text', example: t('findExample') },
        {
          key: 'round',
          label: t('round'),
          kind: 'choice',
          options: (data?.rounds ?? []).map(({ id, name, year }) => ({
            value: id,
            label: `${year} ${name}`,
          })),
        },
        {
          key: 'kind',
          label: t('paper'),
          kind: 'choice',
          options: paperKinds.map((value: PaperKind) => ({ value, label: paperNames[value][language] })),
        },
        {
          key: 'subjectKind',
          label: t('subjectKind'),
          kind: 'choice',
          options: subjectKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
        },
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: (['valid', 'replaced'] as const).map((value) => ({ value, label: t(`holds.${value}`) })),
        },
      ]}
      empty={{ title: t('noPapers'), hint: t('noPapersHint') }}
    >
      <ArchiveTabs />
    </ListPage>
  )
}

function useRegisterColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('archives')
  const language = useEnglish() ? 'en' : 'zh'
  return [
    {
      key: 'name',
      title: t('name'),
      cell: ({ subjectName, roundId, subjectId }) => (
        <Goto to={subjectAddress(roundId, subjectId)}>{subjectName}</Goto>
      ),
    },
    { key: 'kind', title: t('paper'), cell: ({ kind }) => paperNames[kind][language] },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="gz-number">{code}</span> },
    {
      key: 'state',
      title: t('state'),
      cell: ({ replacedAt }) =>
        replacedAt === null ? (
          <StateTag kind="done" word={t('holds.valid')} />
        ) : (
          <StateTag kind="ended" word={t('holds.replaced')} />
        ),
    },
    { key: 'total', title: t('total'), numeric: true, cell: ({ total }) => score(total) },
    { key: 'band', title: t('band'), cell: ({ band }) => band ?? '—' },
    { key: 'rank', title: t('rank'), numeric: true, cell: ({ rank }) => rank ?? '—' },
    { key: 'district', title: t('district'), cell: ({ districtName }) => districtName },
    {
      key: 'round',
      title: t('round'),
      cell: ({ year, roundName }) => `${year} ${roundName}`,
      hiddenAtFirst: true,
    },
    {
      key: 'issued',
      title: t('issuedAt'),
      cell: ({ issuedAt }) => <span className="gz-number">{date(issuedAt)}</span>,
    },
    {
      key: 'file',
      title: t('file'),
      cell: ({ id, code }) => (
        <Space size="small">
          {paperForms.map((form) => (
            <ExportButton
              key={form}
              label={t(`form.${form}`)}
              run={() => download(downloadPaper, { params: { id }, query: { form } }, `${code}.${form}`)}
            />
          ))}
        </Space>
      ),
    },
  ]
}
