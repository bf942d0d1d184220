import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import { EvidenceCard } from './EvidenceCard.tsx'
import { EvidenceViewer } from './EvidenceViewer.tsx'

interface EvidenceListProps {
  evidence: Evidence[]
  /** Where they may be taken away: hears the id. */
  onRemove?: (id: string) => void
  disabled?: boolean
}

/** Evidence as thumbnails with time and place; pictures open larger, other files are downloaded. */
export function EvidenceList({ evidence, onRemove, disabled = false }: EvidenceListProps): ReactNode {
  const { t } = useTranslation('documents')
  const [open, setOpen] = useState<string | null>(null)
  if (evidence.length === 0) return <p className="gz-faint">{t('none')}</p>
  return (
    <>
      <ul className="gz-evidence" aria-label={t('evidence')}>
        {evidence.map((one) => (
          <EvidenceCard
            key={one.id}
            evidence={one}
            onOpen={() => setOpen(one.id)}
            disabled={disabled}
            {...(onRemove ? { onRemove: () => onRemove(one.id) } : {})}
          />
        ))}
      </ul>
      <EvidenceViewer
        pictures={evidence.filter(({ width }) => width !== null)}
        open={open}
        onChange={setOpen}
      />
    </>
  )
}
