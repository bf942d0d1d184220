import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import type { Columns } from './useColumns.ts'

export function ColumnChoice<Row>({ all, shown, choose, reset }: Columns<Row>): ReactNode {
  const t = useWords()
  const boxes = (
    <div className="gz-columns">
      <Checkbox.Group
        value={shown.map(({ key }) => key)}
        options={all.map(({ key, title }, index) => ({ value: key, label: title, disabled: index === 0 }))}
        onChange={choose}
      />
      <Button type="link" size="small" onClick={reset}>
        {t('list.columnsReset')}
      </Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" title={t('list.columns')} content={boxes}>
      <Button icon={<SettingOutlined />} aria-label={t('list.columns')} title={t('list.columns')} />
    </Popover>
  )
}
