import './theme.css'
import './base.css'
import './tables-and-details.css'
import './loading.css'
import './print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { paintMode } from './mode.ts'
import { makeQueryClient } from './query.ts'
import { makeRouter } from './router.tsx'
import { remembered, speak } from './words.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

paintMode()
if (remembered() === 'en') await speak('en')
const queryClient = makeQueryClient()
createRoot(place).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={makeRouter(queryClient)} />
  </QueryClientProvider>,
)
