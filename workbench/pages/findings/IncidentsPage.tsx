import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exportIncidents, type IncidentRow, listIncidents } from '../../../contracts/findings/staff.ts'
import { incidentStates } from '../../../contracts/findings/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { date } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { incidentAddress, incidentsAddress } from './addresses.ts'
import { IncidentTag } from './finding-states.tsx'
import { FindingTabs } from './FindingTabs.tsx'

const asked = (filters: Filters) => ({
  state: incidentStates.find((one) => one === only(filters.state)),
  text: only(filters.text),
})
const load = ({ filters, after, signal }: Asked) =>
  call(listIncidents, { query: { ...asked(filters), after } }, { signal })

/** 负面清单: what authorities have officially found of enterprises. */
export function IncidentsPage(): ReactNode {
  const { t } = useTranslation('findings')
  const router = useRouter()
  const mayRecord = may(useMe(), 'findings.record-incident')
  return (
    <ListPage<IncidentRow>
      name="incidents"
      title={t('incidents')}
      intro={t('incidentsIntro')}
      actions={
        mayRecord && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => void router.navigate({ href: `${incidentsAddress}/new` })}
          >
            {t('record')}
          </Button>
        )
      }
      load={load}
      rowKey={({ id }) => id}
      open={({ id }) => incidentAddress(id)}
      columns={useColumns()}
      filters={[
        { key: 'text', label: t('incidentSearch'), kind: 'text' },
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: incidentStates.map((value) => ({ value, label: t(`incidentStates.${value}`) })),
        },
      ]}
      exportAs={(filters) => download(exportIncidents, { query: asked(filters) }, `${t('incidents')}.xlsx`)}
      empty={{ title: t('noIncidents'), hint: t('noIncidentsHint') }}
    >
      <FindingTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<IncidentRow>[] {
  const { t } = useTranslation('findings')
  return [
    { key: 'number', title: t('number'), cell: ({ number }) => number },
    { key: 'enterprise', title: t('enterprise'), cell: ({ enterpriseName }) => enterpriseName },
    { key: 'district', title: t('district'), cell: ({ districtName }) => districtName },
    { key: 'row', title: t('row'), cell: ({ row, rowTitle }) => `${row} ${rowTitle}` },
    { key: 'severity', title: t('severity'), cell: ({ severity }) => severity },
    { key: 'points', title: t('points'), numeric: true, cell: ({ points }) => `−${points}` },
    { key: 'foundOn', title: t('foundOn'), cell: ({ foundOn }) => date(foundOn) },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state, answered }) => (
        <>
          <IncidentTag state={state} /> {answered && <StateTag kind="info" word={t('answered')} />}
        </>
      ),
    },
    { key: 'year', title: t('year'), numeric: true, cell: ({ year }) => year, hiddenAtFirst: true },
  ]
}
