import './polyfills.ts'
import './base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startTexts } from './i18n.ts'
import { makeQueryClient } from './query.ts'
import { makeRouter } from './router.tsx'
import { paintRoot } from './theme.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

paintRoot(document.documentElement)
const queryClient = makeQueryClient()
const router = makeRouter(queryClient)
await startTexts()
createRoot(place).render(<App queryClient={queryClient} router={router} />)
