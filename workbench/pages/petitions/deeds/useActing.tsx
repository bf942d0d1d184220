import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import { DeedDialog } from './DeedDialog.tsx'
import { type Deed, nextDeed } from './deeds.ts'

interface Acting {
  act: (claim: ClaimRow, deed: Deed) => void
  /** The dialog that stands open, if any. */
  dialog: ReactNode
}

/** One dialog at a time over a page of claims. */
export function useActing(): Acting {
  const [acting, setActing] = useState<{ claim: ClaimRow; deed: Deed } | null>(null)
  return {
    act: (claim, deed) => setActing({ claim, deed }),
    dialog: acting && (
      <DeedDialog
        key={`${acting.claim.id} ${acting.deed}`}
        claim={acting.claim}
        deed={acting.deed}
        onClose={() => setActing(null)}
      />
    ),
  }
}

/** The column with the one next action of each row. */
export function useNextColumn(act: Acting['act']): ListColumn<ClaimRow> {
  const { t } = useTranslation('petitions')
  return { key: 'next', title: t('next'), cell: (row) => <NextButton claim={row} act={act} /> }
}

/** A button in the row; where there is nothing to do, none. */
function NextButton({ claim, act }: { claim: ClaimRow; act: Acting['act'] }): ReactNode {
  const { t } = useTranslation('petitions')
  const deed = nextDeed(claim)
  if (deed === undefined) return <span className="gz-faint">—</span>
  return (
    <Button onClick={() => act(claim, deed)} aria-label={`${t(`deed.${deed}`)} ${claim.number}`}>
      {t(`deed.${deed}`)}
    </Button>
  )
}
