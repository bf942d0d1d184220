import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/session.ts'
import { LinkTabs } from '../../parts/LinkTabs.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { PaperSearch } from './PaperSearch.tsx'
import './standards.css'

const pages = [
  'tables/A.1',
  'tables/A.2',
  'tables/A.3',
  'tables/A.4',
  'clauses',
  'requirements',
  'limits',
  'rulings',
  'coverage',
  'check',
]

interface StandardsHeadProps {
  title: string
  intro?: ReactNode
  beside?: ReactNode
}

/** Head of every page of the rule-book: what it is, the search over all papers, and the way to the other papers. */
export function StandardsHead({ title, intro, beside }: StandardsHeadProps): ReactNode {
  return (
    <>
      <PageHead title={title} intro={intro} beside={beside} actions={<PaperSearch />} />
      <PaperTabs />
    </>
  )
}

/** The papers of the rule-book side by side, as links. */
export function PaperTabs(): ReactNode {
  const { t } = useTranslation('standards')
  const { pathname } = useLocation()
  // Drafts are seen by those who make or watch them.
  const seesDrafts = useMe().verbs.includes('standards.see-drafts')
  const tabs = [...pages, ...(seesDrafts ? ['drafts'] : [])].map((page) => ({
    to: `/standards/${page}`,
    label: t(`page.${page.replace(/.*\//, '').replace('.', '')}`),
    here: pathname === `/standards/${page}`,
  }))
  return <LinkTabs label={t('papers')} tabs={tabs} />
}
