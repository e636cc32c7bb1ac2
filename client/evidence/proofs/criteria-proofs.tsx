import { useLocation } from '@tanstack/react-router'
import { GradeBadge } from '#client/drawing/grade-badge.tsx'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'
import { criterionResult, openCriteria, type Opened } from '#client/opened/opened.ts'
import { ProofsSection } from './proofs-section.tsx'

/** The proofs of every criterion, under its dimension: where no key argument gathers them. */
export function CriteriaProofs({ opened }: { readonly opened: Opened }) {
  const hash = decodeURIComponent(useLocation().hash)
  const criteria = openCriteria(opened)
  const proved = (id: string) => opened.view.proofs.some(({ target }) => target === `criterion/${id}`)

  return (
    <div className="stack">
      <h2 className="rule">{evidenceTexts.byCriterion}</h2>
      {opened.questionnaire.dimensions.map(({ id, title }) => {
        const own = criteria.filter(({ dimension }) => dimension.id === id).map(({ criterion }) => criterion)
        const target = own.some((criterion) => hash === `criterion/${criterion.id}`)
        return own.length === 0 ? null : (
          <details key={`${id} ${target}`} className="indicator-group" open={target}>
            <summary>
              <b>{title}</b>
              <span className="quiet">
                {evidenceTexts.criteriaProved(own.filter((criterion) => proved(criterion.id)).length, own.length)}
              </span>
            </summary>
            <div className="stack">
              {own.map((criterion) => (
                <section key={criterion.id} className="criterion-proofs" id={`criterion/${criterion.id}`}>
                  <h3>
                    {criterion.title} <GradeBadge grade={criterionResult(opened, criterion.id)?.grade ?? 'C'} />
                  </h3>
                  {criterion.proofs.length > 0 && (
                    <p className="small muted">{evidenceTexts.proofsExpected(criterion.proofs.join(', '))}</p>
                  )}
                  <ProofsSection
                    opened={opened}
                    targets={[{ target: `criterion/${criterion.id}`, label: criterion.title }]}
                  />
                </section>
              ))}
            </div>
          </details>
        )
      })}
    </div>
  )
}
