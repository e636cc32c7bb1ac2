import type { Page } from '#src/accompaniment/missing-step.ts'
import { applicableCriteria, applies } from '#src/accompaniment/dossier.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { paths } from '#client/app/paths.ts'
import { useQuestionnaire } from '#client/app/queries.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'

/** The parts of the accompaniment's file, each with how full it is. */
export function Parts({ accompaniment }: { readonly accompaniment: AccompanimentView }) {
  const questionnaire = useQuestionnaire(accompaniment).data
  const { entries, structure, proofs, syntheses } = accompaniment
  const written = Object.values(entries).filter((entry) => entry.value !== null)
  const inFamily = (family: string) => written.filter(({ key }) => key.startsWith(`${family}/`)).length
  const facts = questionnaire?.indicators.filter((each) => each.core === true && applies(each, structure.kinds)) ?? []
  const settled = facts.filter(({ id }) => written.some(({ key }) => key.startsWith(`indicator/${id}/`))).length

  const parts: readonly (readonly [keyof typeof t.partLabels & Page, string])[] = [
    ['preparation', questionnaire === undefined ? '' : t.factsSettled(settled, facts.length)],
    [
      'positioning',
      questionnaire === undefined
        ? ''
        : t.answered(inFamily('criterion'), applicableCriteria(questionnaire, structure.kinds).length),
    ],
    ['arguments', t.argumentsChosen(inFamily('argument'))],
    ['evidence', t.proofs(proofs.length)],
    ['results', questionnaire === undefined ? '' : t.dimensions(questionnaire.dimensions.length)],
    ['plan', t.actions(inFamily('action'))],
    ['synthesis', t.syntheses(syntheses.filter(({ state }) => state === 'ready').length)],
  ]

  return (
    <section className="home-parts" aria-labelledby="parts-title">
      <h2 id="parts-title" className="vh">
        {t.parts}
      </h2>
      <ul>
        {parts.map(([page, how]) => (
          <li key={page}>
            <GoLink to={paths.page(accompaniment.id, page)}>{t.partLabels[page]}</GoLink>
            <span className="quiet small">{how}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
