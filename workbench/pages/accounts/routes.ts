import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, shellRoute, signedInRoute } from '../../app/root.tsx'

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

/** Outside the frame too: who must do one of these first sees nothing else before. */
export const heldRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/password',
    component: lazyRouteComponent(() => import('./PasswordPage.tsx'), 'PasswordPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/second-factor',
    component: lazyRouteComponent(() => import('./SecondFactorPage.tsx'), 'SecondFactorPage'),
  }),
] as const

export const securityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/security',
  component: lazyRouteComponent(() => import('./SecurityPage.tsx'), 'SecurityPage'),
})
