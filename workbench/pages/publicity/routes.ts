import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root.tsx'

export const publicityRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity',
    component: lazyRouteComponent(() => import('./PublicityHome.tsx'), 'PublicityHome'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/objections',
    component: lazyRouteComponent(() => import('./ObjectionsPage.tsx'), 'ObjectionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/objections/$id',
    component: lazyRouteComponent(() => import('./ObjectionPage.tsx'), 'ObjectionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/own',
    component: lazyRouteComponent(() => import('./appeals/OwnResultsPage.tsx'), 'OwnResultsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/own/$subject/appeal',
    component: lazyRouteComponent(() => import('./appeals/FileAppealPage.tsx'), 'FileAppealPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/appeals',
    component: lazyRouteComponent(() => import('./appeals/AppealsPage.tsx'), 'AppealsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/appeals/$id',
    component: lazyRouteComponent(() => import('./appeals/AppealPage.tsx'), 'AppealPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/corrections',
    component: lazyRouteComponent(() => import('./corrections/CorrectionsPage.tsx'), 'CorrectionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/corrections/new',
    component: lazyRouteComponent(() => import('./corrections/NewCorrectionPage.tsx'), 'NewCorrectionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/publicity/corrections/$id',
    component: lazyRouteComponent(() => import('./corrections/CorrectionPage.tsx'), 'CorrectionPage'),
  }),
] as const
