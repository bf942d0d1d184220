import {
  DownOutlined,
  KeyOutlined,
  LogoutOutlined,
  SafetyCertificateOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { signOut } from '../../contracts/accounts/staff.ts'
import { roleNames } from '../../contracts/accounts/words.ts'
import { useMe } from '../api/session.ts'
import { useSubmit } from '../api/submit.ts'
import { useSentence } from '../parts/states/sentence.ts'

/** What lies on this device from on-site grading; fetched when somebody leaves. */
const onDevice = () => import('../pages/field/store/leaving.ts')

export function PersonMenu(): ReactNode {
  const { t, i18n } = useTranslation('shell')
  const me = useMe()
  const router = useRouter()
  const client = useQueryClient()
  const sentence = useSentence()
  const { modal, notification } = App.useApp()
  const leave = useSubmit(signOut)
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const roles = [...new Set(me.grants.map(({ role }) => roleNames[role][language]))].join(t('listComma'))

  /** On-site grades that were not sent yet are said before, and stay on this device for the same person. */
  async function ask(): Promise<void> {
    const unsent = await onDevice()
      .then(({ unsentOn }) => unsentOn(me.accountId))
      .catch(() => 0)
    if (unsent === 0) return out()
    modal.confirm({
      title: t('person.unsentTitle', { count: unsent }),
      content: t('person.unsent'),
      okText: t('person.signOut'),
      onOk: out,
    })
  }
  function out(): void {
    leave.mutate(
      {},
      {
        onSuccess: async ({ next }) => {
          await onDevice()
            .then(({ leaveDevice }) => leaveDevice(me.accountId))
            .catch(() => undefined)
          // The identity provider's own session ends at its own page, which leads back to ours.
          if (next !== null) return window.location.assign(next)
          await router.navigate({ to: '/sign-in' })
          client.clear()
        },
        onError: (error) => {
          const { title, detail } = sentence(error)
          notification.error({ title, description: detail })
        },
      },
    )
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <span className="gz-who">
                <strong>{me.displayName}</strong>
                <span>{me.account}</span>
                <span>{roles}</span>
              </span>
            ),
          },
          { type: 'divider' },
          {
            key: 'password',
            icon: <KeyOutlined />,
            label: t('person.password'),
            onClick: () => void router.navigate({ to: '/password' }),
          },
          {
            key: 'security',
            icon: <SafetyCertificateOutlined />,
            label: t('person.security'),
            onClick: () => void router.navigate({ to: '/security' }),
          },
          { key: 'out', icon: <LogoutOutlined />, label: t('person.signOut'), onClick: () => void ask() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined aria-hidden />}>
        <span className="gz-person-name">{me.displayName}</span>
        <span className="gz-hidden">{t('person.menu')}</span>
        <DownOutlined className="gz-person-arrow" aria-hidden />
      </Button>
    </Dropdown>
  )
}
