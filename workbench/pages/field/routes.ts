import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/root.tsx'
import { whoIsHere } from './who-is-here.ts'

/** All of it in one piece: what a page without a network has not loaded, it cannot load. */
const pages = () => import('./pages.ts')

/** Outside the desk's frame, and open without a network to whoever was here before. */
const fieldRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/field',
  beforeLoad: async ({ context, location }) => ({
    person: await whoIsHere(context.queryClient, location.href),
  }),
  component: lazyRouteComponent(pages, 'FieldFrame'),
})

export const fieldRoutes = fieldRoute.addChildren([
  createRoute({
    getParentRoute: () => fieldRoute,
    path: '/',
    component: lazyRouteComponent(pages, 'TasksPage'),
  }),
  createRoute({
    getParentRoute: () => fieldRoute,
    path: '/$taskId',
    component: lazyRouteComponent(pages, 'TaskPage'),
  }),
])
