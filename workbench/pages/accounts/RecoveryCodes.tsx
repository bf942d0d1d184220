import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { today } from '../../parts/format.ts'
import './second-factor.css'

interface RecoveryCodesProps {
  codes: string[]
  account: string
  onKept: () => void
}

/** Recovery codes, shown this once: to be saved or printed before going on. */
export function RecoveryCodes({ codes, account, onKept }: RecoveryCodesProps): ReactNode {
  const { t } = useTranslation('accounts')
  const title = t('second.codesOf', { account, day: today() })

  function save(): void {
    const text = [title, t('second.codesRule'), '', ...codes, ''].join('\r\n')
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${title}.txt`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <div className="gz-recovery">
      <Alert type="warning" showIcon role="status" title={t('second.codesWarning')} />
      <CodeList codes={codes} label={t('second.codes')} />
      <div className="gz-recovery-do">
        <Button icon={<DownloadOutlined />} onClick={save}>
          {t('second.download')}
        </Button>
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('second.print')}
        </Button>
      </div>
      <Button type="primary" size="large" block onClick={onKept}>
        {t('second.kept')}
      </Button>
      <PrintedCodes title={title} rule={t('second.codesRule')} codes={codes} />
    </div>
  )
}

const CodeList = ({ codes, label }: { codes: string[]; label: string }) => (
  <ul className="gz-recovery-codes" aria-label={label}>
    {codes.map((code) => (
      <li key={code}>
        <code>{code}</code>
      </li>
    ))}
  </ul>
)

/** What the printer gets instead of the page, while this is open. */
function PrintedCodes({ title, rule, codes }: { title: string; rule: string; codes: string[] }): ReactNode {
  useEffect(() => {
    document.documentElement.classList.add('gz-prints-codes')
    return () => document.documentElement.classList.remove('gz-prints-codes')
  }, [])
  return createPortal(
    <div className="gz-printed-codes" aria-hidden>
      <h1>{title}</h1>
      <p>{rule}</p>
      <CodeList codes={codes} label={title} />
    </div>,
    document.body,
  )
}
