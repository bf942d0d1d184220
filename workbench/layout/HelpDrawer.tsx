import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { provenances } from '../../contracts/evaluation/words.ts'
import { ProvenanceMark } from '../parts/marks/ProvenanceMark.tsx'
import { NotApplicable, Unknown } from '../parts/marks/Unknown.tsx'
import { useShortcut } from './useShortcut.ts'

const keys = [
  ['/', 'help.keySearch'],
  ['?', 'help.keyHelp'],
  ['Esc', 'help.keyClose'],
  ['Tab', 'help.keyTab'],
] as const

/** What the marks mean, which keys there are, whom to ask. Opens by `?`. */
export function HelpDrawer(): ReactNode {
  const { t } = useTranslation('shell')
  const { t: parts } = useTranslation('parts')
  const [open, setOpen] = useState(false)
  useShortcut('?', () => setOpen(true))
  return (
    <>
      <Button
        type="text"
        icon={<QuestionCircleOutlined />}
        aria-label={t('help.title')}
        title={t('help.title')}
        onClick={() => setOpen(true)}
      />
      <Drawer title={t('help.title')} open={open} onClose={() => setOpen(false)} size={400}>
        <div className="gz-help">
          <h2>{t('help.provenance')}</h2>
          <dl>
            {provenances.map((provenance) => (
              <div key={provenance}>
                <dt>
                  <ProvenanceMark provenance={provenance} />
                </dt>
                <dd>{parts(`provenance.${provenance}Means`)}</dd>
              </div>
            ))}
          </dl>
          <h2>{t('help.absent')}</h2>
          <dl>
            <div>
              <dt>
                <Unknown />
              </dt>
              <dd>{t('help.unknown')}</dd>
            </div>
            <div>
              <dt>
                <NotApplicable reason={t('help.notApplicable')} />
              </dt>
              <dd>{t('help.notApplicable')}</dd>
            </div>
          </dl>
          <h2>{t('help.keys')}</h2>
          <dl>
            {keys.map(([key, text]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{t(text)}</dd>
              </div>
            ))}
          </dl>
          <h2>{t('help.who')}</h2>
          <p>{t('help.whoText')}</p>
        </div>
      </Drawer>
    </>
  )
}
