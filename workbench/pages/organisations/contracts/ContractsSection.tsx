import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  type contractRow,
  createContract,
  endContract,
  exportContracts,
} from '../../../../contracts/organisations/staff.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { ExportButton } from '../../../parts/list/ExportButton.tsx'
import type { ListColumn } from '../../../parts/list/types.ts'
import { type StateKind, StateTag } from '../../../parts/marks/StateTag.tsx'
import { bodyAddress, compoundAddress } from '../addresses.ts'
import type { Named } from '../shared/named.ts'
import { RowAction } from '../shared/RowAction.tsx'
import { RowsSection } from '../shared/RowsSection.tsx'
import { EndContractDialog, NewContractDialog } from './ContractDialogs.tsx'

export type Contract = z.infer<typeof contractRow>

interface ContractsSectionProps {
  contracts: Contract[]
  /** The compound whose page this is; the providers are named. */
  compound?: Named
  /** The provider whose page this is; the compounds are named. */
  provider?: { id: string; name: string; uscc: string | null }
  onDone: () => Promise<void>
}

const kinds: Record<Contract['state'], StateKind> = { coming: 'info', running: 'done', over: 'ended' }

/** 物业服务合同 over time, the newest first. */
export function ContractsSection({
  contracts,
  compound,
  provider,
  onDone,
}: ContractsSectionProps): ReactNode {
  const { t } = useTranslation('organisations')
  const me = useMe()
  const [makes, setMakes] = useState(false)
  const [ending, setEnding] = useState<Contract | null>(null)
  const ends = contracts.some(mayEnd)
  const columns = useContractColumns(compound !== undefined, ends ? setEnding : null)
  const exported = () =>
    download(
      exportContracts,
      { query: { compound: compound?.id, provider: provider?.id } },
      `${t('contracts.title')}.xlsx`,
    )
  return (
    <RowsSection
      title={t(compound ? 'contracts.title' : 'contracts.titleOfBody')}
      rows={contracts}
      rowKey={({ id }) => id}
      columns={columns}
      none={t('contracts.none')}
      actions={
        <>
          {contracts.length > 0 && <ExportButton run={exported} />}
          {may(me, createContract.verb) && (
            <Button onClick={() => setMakes(true)}>{t('contracts.new')}</Button>
          )}
        </>
      }
    >
      {makes && (
        <NewContractDialog
          compound={compound}
          provider={provider}
          onClose={() => setMakes(false)}
          onDone={onDone}
        />
      )}
      {ending && <EndContractDialog contract={ending} onClose={() => setEnding(null)} onDone={onDone} />}
    </RowsSection>
  )
}

/** The other side of each contract, its time, and for those who may end one the way to do so. */
function useContractColumns(
  ofCompound: boolean,
  onEnd: ((contract: Contract) => void) | null,
): ListColumn<Contract>[] {
  const { t } = useTranslation('organisations')
  const other: ListColumn<Contract> = ofCompound
    ? {
        key: 'provider',
        title: t('contracts.provider'),
        cell: ({ providerId, providerName }) => <Goto to={bodyAddress(providerId)}>{providerName}</Goto>,
      }
    : {
        key: 'compound',
        title: t('contracts.compound'),
        cell: ({ compoundId, compoundName }) => <Goto to={compoundAddress(compoundId)}>{compoundName}</Goto>,
      }
  const columns: ListColumn<Contract>[] = [
    other,
    {
      key: 'state',
      title: t('contracts.state'),
      cell: ({ state }) => <StateTag kind={kinds[state]} word={t(`contracts.${state}`)} />,
    },
    { key: 'from', title: t('contracts.from'), cell: ({ from }) => from },
    { key: 'to', title: t('contracts.to'), cell: ({ to }) => to ?? t('contracts.open') },
    { key: 'number', title: t('contracts.number'), cell: ({ number }) => number },
  ]
  const end = (row: Contract): ReactNode =>
    mayEnd(row) && <RowAction label={t('contracts.end')} of={row.number} onClick={() => onEnd?.(row)} />
  return onEnd ? [...columns, { key: 'do', title: t('do'), cell: end }] : columns
}

const mayEnd = ({ can, state }: Contract): boolean => can[endContract.verb] === true && state !== 'over'
