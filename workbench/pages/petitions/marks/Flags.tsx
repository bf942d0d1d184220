import { ArrowUpOutlined, FlagOutlined, RedoOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import { exclusionNames, levelNames } from '../../../../contracts/petitions/words.ts'
import { useNamed } from '../names.ts'

type Flagged = Pick<
  ClaimRow,
  'climbs' | 'level' | 'redone' | 'reopened' | 'key' | 'excluded' | 'pending' | 'aboutFirm'
>

/** What sets a claim apart, as few quiet words; nothing where there is nothing. */
export function Flags({ claim }: { claim: Flagged }): ReactNode {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  const { climbs, level, redone, reopened, key, excluded, pending, aboutFirm } = claim
  const flags: { id: string; icon?: ReactNode; word: string; strong?: boolean }[] = []
  if (climbs > 0)
    flags.push({
      id: 'climbed',
      icon: <ArrowUpOutlined />,
      word: t('flag.climbed', { level: named(levelNames[level]) }),
      strong: true,
    })
  if (key)
    flags.push({
      id: 'key',
      icon: <FlagOutlined />,
      word: t(key.supervised ? 'flag.supervised' : 'flag.key'),
      strong: true,
    })
  if (reopened > 0)
    flags.push({ id: 'reopened', icon: <RedoOutlined />, word: t('flag.reopened', { count: reopened }) })
  if (redone > reopened)
    flags.push({ id: 'redone', icon: <RedoOutlined />, word: t('flag.redone', { count: redone }) })
  if (pending) flags.push({ id: 'pending', word: t(`flag.${pending}`), strong: true })
  if (aboutFirm) flags.push({ id: 'firm', word: t('flag.firm') })
  if (excluded)
    flags.push({ id: 'excluded', word: t('flag.excluded', { why: named(exclusionNames[excluded]) }) })
  if (flags.length === 0) return null
  return (
    <ul className="gz-flags" aria-label={t('flag.all')}>
      {flags.map(({ id, icon, word, strong }) => (
        <li key={id} className={strong ? 'gz-flag-strong' : undefined}>
          {icon && <span aria-hidden>{icon}</span>}
          {word}
        </li>
      ))}
    </ul>
  )
}
