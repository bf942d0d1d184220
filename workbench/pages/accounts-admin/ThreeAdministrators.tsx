import { Collapse } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { separatedAdministrators } from '../../../contracts/accounts/words.ts'
import { useRoleName } from './roles.ts'

/** 三员分立 (GB/T 22239): what each may do, and that nobody is two of them. */
export function ThreeAdministrators(): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const roleName = useRoleName()
  const told = (
    <>
      <p>{t('three.rule')}</p>
      <dl className="gz-three">
        {separatedAdministrators.map((role) => (
          <div key={role}>
            <dt>{roleName(role)}</dt>
            <dd>{t(`three.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
  return (
    <Collapse
      className="gz-three-box"
      size="small"
      items={[{ key: 'three', label: t('three.title'), children: told }]}
    />
  )
}
