import type { ReactNode } from 'react'
import type { Result } from '../../api/queries.ts'
import { useWords } from '../../app/words.ts'
import { dayWords, score } from '../../parts/format.ts'
import { Stars } from '../../parts/Stars.tsx'
import { To } from '../../parts/To.tsx'

type LinkTo = Result['projects'][number]

/** Who serves a project and which owners' organisation it has; of everybody else, the projects that count. */
export function Around({ page }: { page: Result }): ReactNode {
  const { t } = useWords()
  const { round, subject, enterprise, projects, projectCount } = page
  if (subject.kind === 'compound')
    return (
      <section className="card">
        <h2>{t('around.title')}</h2>
        <dl className="pairs">
          <dt>{t('around.enterprise')}</dt>
          <dd>
            {enterprise ? (
              <To to={`/results/${round.id}/${enterprise.subjectId}`}>{enterprise.name}</To>
            ) : (
              t('around.noEnterprise')
            )}
          </dd>
          <Committee page={page} />
          <dt>{t('around.households')}</dt>
          <dd>{t('around.householdsCount', { count: subject.households.toLocaleString('zh-CN') })}</dd>
          {subject.streetName && (
            <>
              <dt>{t('around.where')}</dt>
              <dd>{[subject.districtName, subject.streetName].join(' · ')}</dd>
            </>
          )}
        </dl>
      </section>
    )
  if (projects.length === 0) return null
  return (
    <section className="card">
      <h2>{t('around.projects', { count: projectCount })}</h2>
      <ul className="rowlinks">
        {projects.map((project) => (
          <li key={project.subjectId}>
            <ProjectLink roundId={round.id} project={project} />
          </li>
        ))}
      </ul>
      {projectCount > projects.length && (
        <p className="where">{t('around.firstOnly', { count: projects.length })}</p>
      )}
    </section>
  )
}

function ProjectLink({ roundId, project }: { roundId: string; project: LinkTo }): ReactNode {
  return (
    <To to={`/results/${roundId}/${project.subjectId}`}>
      <span>{project.name}</span>
      <span className="count">
        {project.total !== null && (
          <>
            <Stars band={project.band} /> {score(project.total)}
          </>
        )}
      </span>
    </To>
  )
}

function Committee({ page: { committee } }: { page: Result }): ReactNode {
  const { t, language } = useWords()
  return (
    <>
      <dt>{t('around.committee')}</dt>
      <dd>
        {committee === null
          ? t('around.noCommittee')
          : [
              committee.name,
              committee.filedOn === null
                ? t('around.notFiled')
                : t('around.filed', { day: dayWords(committee.filedOn, language) }),
            ].join('，')}
      </dd>
    </>
  )
}
