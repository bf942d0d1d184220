import { z } from 'zod'

/** 单建 or 联建: an organisation of one body, or of several that have too few members each (4.5.1). */
export const organisationForms = ['own', 'joint'] as const
export const organisationForm = z.enum(organisationForms)
export type OrganisationForm = z.infer<typeof organisationForm>

/** How Party work covers a body or a project: by an organisation of its own, a joint one, or a posted instructor. */
export const coverageWays = ['own', 'joint', 'instructor'] as const
export const coverageWay = z.enum(coverageWays)
export type CoverageWay = z.infer<typeof coverageWay>

export const words = {
  organisationForm: { own: '单独组建', joint: '联合组建' },
  coverageWay: { own: '单独组建', joint: '联合组建', instructor: '派驻党建工作指导员' },
} as const

/** An organisation's form in both languages, for sentences. */
export const formOf = (form: OrganisationForm) => ({
  zh: words.organisationForm[form],
  en: { own: 'of its own', joint: 'joint' }[form],
})
