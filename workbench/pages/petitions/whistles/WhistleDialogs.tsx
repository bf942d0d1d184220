import { EnvironmentOutlined } from '@ant-design/icons'
import { App, Button, Input, Rate } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import {
  cancelWhistle,
  checkIn,
  endWhistle,
  rateWhistle,
  type WhistleRow,
} from '../../../../contracts/petitions/whistles.ts'
import { useSubmit } from '../../../api/submit.ts'
import { notesOnTheSpot } from '../../../parts/evidence/on-the-spot.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { useReload } from '../deeds/useStep.ts'

export type WhistleDeed = 'check-in' | 'end' | 'cancel' | 'rate'
interface DialogProps {
  whistle: WhistleRow
  onClose: () => void
}

export function WhistleDialogs({ deed, ...props }: DialogProps & { deed: WhistleDeed }): ReactNode {
  switch (deed) {
    case 'check-in':
      return <CheckIn {...props} />
    case 'end':
      return <EndWhistle {...props} />
    case 'cancel':
      return <CancelWhistle {...props} />
    case 'rate':
      return <RateWhistle {...props} />
  }
}

function useDone(word: string): () => Promise<void> {
  const { message } = App.useApp()
  const reload = useReload()
  return async () => {
    void message.success(word)
    await reload()
  }
}

/** 报到 on the spot: the time is the server's; the place only where the person gives it. */
function CheckIn({ whistle, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('petitions')
  const done = useDone(t('whistle.checkedIn'))
  const [spot, setSpot] = useState<{ latitude: number; longitude: number } | 'asking' | 'unknown' | null>(
    null,
  )
  const { mutateAsync } = useSubmit(checkIn)
  const known = typeof spot === 'object' ? spot : null
  const seq = whistle.calls.find((one) => one.mine && one.checkedInAt === null)?.seq
  async function locate(): Promise<void> {
    setSpot('asking')
    const { latitude, longitude } = await notesOnTheSpot()
    setSpot(
      latitude === undefined || longitude === undefined
        ? 'unknown'
        : { latitude: Number(latitude), longitude: Number(longitude) },
    )
  }
  return (
    <FormDialog<{ note?: string }>
      name="check-in"
      title={t('whistle.deed.check-in')}
      intro={t('whistle.checkInMeans', { place: whistle.placeName })}
      submitLabel={t('whistle.deed.check-in')}
      onClose={onClose}
      submit={async ({ note = '' }) => {
        const body = { note, ...(seq === undefined ? {} : { seq }), ...known }
        await mutateAsync({ params: { id: whistle.id }, body })
        await done()
      }}
    >
      <div className="gz-form-part">
        <Button icon={<EnvironmentOutlined />} loading={spot === 'asking'} onClick={() => void locate()}>
          {t('whistle.locate')}
        </Button>{' '}
        <span className="gz-faint" role="status">
          {known &&
            t('whistle.at', { latitude: known.latitude.toFixed(4), longitude: known.longitude.toFixed(4) })}
          {spot === 'unknown' && t('whistle.noSpot')}
        </span>
      </div>
      <Field name="note" label={t('field.noteOptional')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </FormDialog>
  )
}

function EndWhistle({ whistle, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('petitions')
  const done = useDone(t('whistle.ended'))
  const { mutateAsync } = useSubmit(endWhistle)
  const came = whistle.calls.filter(({ checkedInAt }) => checkedInAt !== null)
  return (
    <FormDialog<{ result: string; rated?: Record<string, number> }>
      name="end-whistle"
      title={t('whistle.deed.end')}
      intro={t('whistle.endMeans')}
      submitLabel={t('whistle.deed.end')}
      onClose={onClose}
      submit={async ({ result, rated = {} }) => {
        const ratings = came.flatMap(({ seq }) => {
          const given = rated[`call${seq}`]
          return given ? [{ seq, rated: given }] : []
        })
        await mutateAsync({ params: { id: whistle.id }, body: { result, ratings } })
        await done()
      }}
    >
      <Field name="result" label={t('whistle.result')} required>
        <Input.TextArea rows={3} maxLength={longest.note} />
      </Field>
      {came.map(({ seq, name }) => (
        <Field key={seq} name={['rated', `call${seq}`]} label={t('whistle.rateOne', { name })}>
          <Rate aria-label={t('whistle.rateOne', { name })} />
        </Field>
      ))}
    </FormDialog>
  )
}

function CancelWhistle({ whistle, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('petitions')
  const done = useDone(t('whistle.cancelled'))
  const { mutateAsync } = useSubmit(cancelWhistle)
  return (
    <FormDialog<{ reason: string }>
      name="cancel-whistle"
      title={t('whistle.deed.cancel')}
      intro={t('whistle.cancelMeans')}
      submitLabel={t('whistle.deed.cancel')}
      onClose={onClose}
      submit={async (body) => {
        await mutateAsync({ params: { id: whistle.id }, body })
        await done()
      }}
    >
      <Field name="reason" label={t('field.reason')} required>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
    </FormDialog>
  )
}

function RateWhistle({ whistle, onClose }: DialogProps): ReactNode {
  const { t } = useTranslation('petitions')
  const done = useDone(t('whistle.ratedDone'))
  const { mutateAsync } = useSubmit(rateWhistle)
  const seq = whistle.calls.find((one) => one.mine && one.callRated === null)?.seq
  return (
    <FormDialog<{ rated: number }>
      name="rate-whistle"
      title={t('whistle.deed.rate')}
      intro={t('whistle.rateMeans')}
      submitLabel={t('whistle.deed.rate')}
      onClose={onClose}
      submit={async (entered) => {
        const body = { ...entered, ...(seq === undefined ? {} : { seq }) }
        await mutateAsync({ params: { id: whistle.id }, body })
        await done()
      }}
    >
      <Field name="rated" label={t('whistle.rating')} required>
        <Rate aria-label={t('whistle.rating')} />
      </Field>
    </FormDialog>
  )
}
