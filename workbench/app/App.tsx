import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US.js'
import zhCN from 'antd/locale/zh_CN.js'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { makeRouter } from './router.tsx'
import { useNarrow } from './screen.ts'
import { theme } from './theme.ts'

interface AppProps {
  queryClient: QueryClient
  router: ReturnType<typeof makeRouter>
}

/** Theme, language and messages around everything. On phones controls are 44 px high. */
export function App({ queryClient, router }: AppProps): ReactNode {
  const { i18n } = useTranslation()
  const narrow = useNarrow()
  const locale = i18n.language === 'en' ? enUS.default : zhCN.default
  return (
    <ConfigProvider
      locale={locale}
      theme={theme}
      componentSize={narrow ? 'large' : 'middle'}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: 'optional' }}
    >
      <AntApp>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}
