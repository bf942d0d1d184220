import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select, Spin } from 'antd'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useWords } from '../words.ts'

/** What was picked, with its name: a draft that is opened again must show more than an id. */
export interface Picked {
  value: string
  label: string
}
export interface Choice extends Picked {
  /** Tells it apart from others of the same name. */
  note?: string
}

export interface PickProps {
  id?: string
  value?: Picked | null
  onChange?: (picked: Picked | null) => void
  disabled?: boolean
  /** Names the control where no label stands above it. */
  label?: string
  className?: string
  placeholder?: string
}

interface RemotePickProps extends PickProps {
  /** Key of the query; everything that the answers depend on besides what is typed. */
  about: unknown[]
  find: (text: string, signal: AbortSignal) => Promise<Choice[]>
}

/** A choice among more than a list can hold: typing asks the server. */
export function RemotePick(props: RemotePickProps): ReactNode {
  const { id, value, onChange, disabled, label, className, placeholder, about, find } = props
  const t = useWords()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { data = [], isFetching } = useQuery({
    queryKey: ['pick', ...about, text],
    enabled: open,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      // A pause before asking: each letter cancels the one before.
      await new Promise((resolve) => setTimeout(resolve, text === '' ? 0 : 200))
      return signal.aborted ? [] : find(text, signal)
    },
  })
  return (
    <Select<Picked, Choice>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(className === undefined ? {} : { className })}
      labelInValue
      allowClear
      disabled={disabled ?? false}
      value={value ?? null}
      options={data}
      placeholder={placeholder ?? label ?? t('pick.type')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setOpen}
      onChange={(next: Picked | null | undefined) =>
        onChange?.(next ? { value: next.value, label: next.label } : null)
      }
      notFoundContent={isFetching ? <Spin size="small" /> : t('pick.none')}
      optionRender={({ data: choice }) => drawn(choice)}
    />
  )
}

const drawn = ({ label, note }: Choice): ReactNode => (
  <span className="gz-pick">
    <span>{label}</span>
    {note !== undefined && <span className="gz-faint">{note}</span>}
  </span>
)
