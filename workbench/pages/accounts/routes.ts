import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, signedInRoute } from '../../app/root.tsx'

/** Pages without the frame, for people not signed in. */
export const bareRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/set-up',
    component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
  }),
] as const

/** Outside the frame too: who must change the first password sees nothing else before. */
export const passwordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('./PasswordPage.tsx'), 'PasswordPage'),
})
