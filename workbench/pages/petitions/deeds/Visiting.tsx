import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { closeClaim, tryVisit, visitClaim } from '../../../../contracts/petitions/closing.ts'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import { type Outcome, outcomeNames, outcomes } from '../../../../contracts/petitions/words.ts'
import { call } from '../../../api/client.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { Contact } from '../claim/Contact.tsx'
import { useChoices } from '../names.ts'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

type Found = 'reached' | 'tried' | 'unreached'
type Said = 'yes' | 'no' | 'unsaid'
interface Visited {
  found: Found
  rating?: { responded?: Said; solved?: Said; satisfied?: Said }
  note?: string
}

const asked = ['responded', 'solved', 'satisfied'] as const
const heard = (said: Said | undefined): boolean | null =>
  said === 'yes' ? true : said === 'no' ? false : null

/** 回访 by somebody other than the handler: reached, tried in vain, or given up after as many tries as the limits say. */
export function VisitDialog({ claim, onClose }: DeedProps): ReactNode {
  return (
    <StepDialog<Visited>
      claim={claim}
      deed="visit"
      onClose={onClose}
      initial={{ found: 'reached' }}
      more={<Contact claimId={claim.id} purpose="visit" />}
      send={({ found, rating = {}, note = '' }, { seen, key }) => {
        const params = { id: claim.id }
        if (found === 'tried') return call(tryVisit, { params, body: { note, seen } }, { key })
        if (found === 'unreached')
          return call(visitClaim, { params, body: { result: 'unreached', note, seen } }, { key })
        const { responded, solved, satisfied } = rating
        const said = { responded: heard(responded), solved: heard(solved), satisfied: heard(satisfied) }
        return call(visitClaim, { params, body: { result: 'reached', rating: said, note, seen } }, { key })
      }}
    >
      <VisitFields />
    </StepDialog>
  )
}

function VisitFields(): ReactNode {
  const { t } = useTranslation('petitions')
  const found: Found = Form.useWatch('found') ?? 'reached'
  const answers = (['yes', 'no', 'unsaid'] as const).map((value) => ({ value, label: t(`visit.${value}`) }))
  return (
    <>
      <Field name="found" label={t('visit.found')} required>
        <Radio.Group
          className="gz-choices gz-choices-down"
          options={(['reached', 'tried', 'unreached'] as const).map((value) => ({
            value,
            label: t(`visit.${value}`),
          }))}
        />
      </Field>
      {found === 'reached' &&
        asked.map((one) => (
          <Field key={one} name={['rating', one]} label={t(`visit.${one}`)} required>
            <Radio.Group className="gz-choices" options={answers} />
          </Field>
        ))}
      <Field
        name="note"
        label={t(found === 'tried' ? 'visit.howTried' : 'visit.words')}
        required={found === 'tried'}
      >
        <Input.TextArea rows={3} maxLength={longest.note} />
      </Field>
    </>
  )
}

/** 办结; where the reporter was not content it takes a reason. */
export function CloseDialog({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  const choices = useChoices()
  const { rating, outcome } = claim
  const denied = rating.solved === false || rating.satisfied === false
  return (
    <StepDialog<{ outcome?: Outcome; reason?: string }>
      claim={claim}
      deed="close"
      onClose={onClose}
      initial={outcome ? { outcome } : {}}
      {...(denied ? { more: <p>{t('field.deniedHint')}</p> } : {})}
      send={({ outcome: chosen, reason }, { seen, key }) =>
        call(
          closeClaim,
          {
            params: { id: claim.id },
            body: { ...(chosen ? { outcome: chosen } : {}), ...(reason?.trim() ? { reason } : {}), seen },
          },
          { key },
        )
      }
    >
      <Field name="outcome" label={t('field.outcome')}>
        <Radio.Group
          className="gz-choices"
          options={choices(outcomeNames).filter(({ value }) => outcomes.includes(value))}
        />
      </Field>
      <Field name="reason" label={t(denied ? 'field.reason' : 'field.noteOptional')} required={denied}>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
    </StepDialog>
  )
}
