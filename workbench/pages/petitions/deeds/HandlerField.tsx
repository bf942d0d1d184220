import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { listHandlers } from '../../../../contracts/petitions/handling.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'

export type Handlers = Answer<typeof listHandlers>
type Choice = { bodyId: string | null; placeId: string | null }

/** One word for either: what a radio button can hold. */
export const wordOf = ({ bodyId, placeId }: Choice): string =>
  bodyId ? `body ${bodyId}` : `place ${placeId}`
export function handlerOf(word: string): { bodyId?: string; placeId?: string } {
  const [kind = '', id = ''] = word.split(' ')
  return kind === 'body' ? { bodyId: id } : { placeId: id }
}

interface HandlerFieldProps {
  handlers: Handlers
  id?: string
  value?: string
  onChange?: (word: string) => void
}

/** Whom it may be given to, with why each of them; what contract and duty list say stands first. */
export function HandlerField({
  handlers: { proposed, others },
  id,
  value,
  onChange,
}: HandlerFieldProps): ReactNode {
  const { t } = useTranslation('petitions')
  const all = [...(proposed ? [proposed] : []), ...others]
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      className="gz-handlers"
      value={value}
      onChange={({ target }) => onChange?.(String(target.value))}
    >
      {all.map((one, index) => (
        <Radio key={wordOf(one)} value={wordOf(one)}>
          <span className="gz-handler-name">{one.name}</span>
          {proposed && index === 0 && <StateTag kind="info" word={t('field.proposed')} />}
          <span className="gz-faint">{one.why}</span>
        </Radio>
      ))}
    </Radio.Group>
  )
}
