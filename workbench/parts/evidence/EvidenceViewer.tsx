import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import { contentOf } from './addresses.ts'
import { EvidenceNotes } from './EvidenceCard.tsx'

interface EvidenceViewerProps {
  pictures: Evidence[]
  /** Id of the one shown; null while closed. */
  open: string | null
  onChange: (id: string | null) => void
}

/** A picture as large as the window allows, with its neighbours a key away. */
export function EvidenceViewer({ pictures, open, onChange }: EvidenceViewerProps): ReactNode {
  const { t } = useTranslation('documents')
  const at = pictures.findIndex(({ id }) => id === open)
  const shown = pictures[at]
  const step = (by: number) => pictures[at + by]
  const go = (by: number) => {
    const next = step(by)
    if (next) onChange(next.id)
  }
  return (
    <Modal
      open={shown !== undefined}
      onCancel={() => onChange(null)}
      title={shown?.name}
      footer={null}
      width="min(1100px, 96vw)"
      centered
      destroyOnHidden
    >
      {shown && (
        <div className="gz-evidence-viewer">
          <img
            src={contentOf(shown.id)}
            alt={shown.name}
            width={shown.width ?? 0}
            height={shown.height ?? 0}
          />
          <div className="gz-evidence-viewer-foot">
            <span className="gz-evidence-viewer-notes">
              <EvidenceNotes evidence={shown} />
            </span>
            <a href={contentOf(shown.id)} target="_blank" rel="noreferrer">
              {t('fullSize')}
            </a>
            {pictures.length > 1 && (
              <span className="gz-evidence-viewer-steps">
                <Button disabled={!step(-1)} onClick={() => go(-1)}>
                  {t('previous')}
                </Button>
                <span className="gz-number" aria-live="polite">
                  {at + 1} / {pictures.length}
                </span>
                <Button disabled={!step(1)} onClick={() => go(1)}>
                  {t('next')}
                </Button>
              </span>
            )}
          </div>
        </div>
      )}
    </Modal>
  )
}
