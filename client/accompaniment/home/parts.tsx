import type { ReactNode } from 'react'
import type { Page } from '#src/accompaniment/missing-step.ts'
import { applicableCriteria, applies } from '#src/accompaniment/dossier.ts'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import type { AccompanimentView, ProgressView } from '#src/contract/accompaniments.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { paths } from '#client/app/paths.ts'
import { useQuestionnaire } from '#client/app/queries.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'
import { restitutionFigure } from './figures.ts'
import { QuizFigure, SurveyFigure } from './part-figures.tsx'

const elsewhere: ReadonlySet<Page> = new Set(['home', 'framing', 'people', 'follow-up'])

/** The parts of the accompaniment's file, each with how full it is. */
export function Parts({ accompaniment, progress }: PartsProps) {
  const questionnaire = useQuestionnaire(accompaniment).data
  const { entries, structure, proofs, syntheses } = accompaniment
  const written = Object.values(entries).filter((entry) => entry.value !== null)
  const inFamily = (family: string) => written.filter(({ key }) => key.startsWith(`${family}/`)).length
  const facts = questionnaire?.indicators.filter((each) => each.core === true && applies(each, structure.kinds)) ?? []
  const settled = facts.filter(({ id }) => written.some(({ key }) => key.startsWith(`indicator/${id}/`))).length

  const sections = questionnaire === undefined ? undefined : awarenessSections(questionnaire)

  const fullness: Readonly<Partial<Record<Page, ReactNode>>> = {
    preparation: facts.length === 0 ? '' : t.factsSettled(settled, facts.length),
    positioning:
      questionnaire === undefined
        ? ''
        : t.answered(inFamily('criterion'), applicableCriteria(questionnaire, structure.kinds).length),
    awareness: sections !== undefined && sections.quiz.length > 0 && <QuizFigure accompaniment={accompaniment} />,
    perception: sections?.perception !== undefined && <SurveyFigure accompaniment={accompaniment} />,
    restitution: progress === undefined ? '' : restitutionFigure(progress),
    arguments: t.argumentsChosen(inFamily('argument')),
    evidence: t.proofs(proofs.length),
    results: questionnaire === undefined ? '' : t.dimensions(questionnaire.dimensions.length),
    plan: t.actions(inFamily('action')),
    synthesis: t.syntheses(syntheses.filter(({ state }) => state === 'ready').length),
  }
  // Framing, people and follow-up have their own place on this page.
  const pages = outlines[accompaniment.journey].pages.filter((page) => !elsewhere.has(page))

  return (
    <section className="home-parts" aria-labelledby="parts-title">
      <h2 id="parts-title" className="vh">
        {t.parts}
      </h2>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <GoLink to={paths.page(accompaniment.id, page)}>{t.partLabels[page]}</GoLink>
            <span className="quiet small">{fullness[page] ?? ''}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type PartsProps = { readonly accompaniment: AccompanimentView; readonly progress: ProgressView | undefined }
