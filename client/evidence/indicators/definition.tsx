import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'

/** What is counted, how, and what the figure does not say. */
export function Definition({ indicator }: { readonly indicator: Indicator }) {
  const lines = [
    [evidenceTexts.definitionOf, indicator.definition],
    [evidenceTexts.method, indicator.method],
    [evidenceTexts.limits, indicator.limits],
    [evidenceTexts.usualSource, indicator.source],
    [evidenceTexts.benchmark, indicator.benchmark && `${indicator.benchmark.text} (${indicator.benchmark.source})`],
  ] as const
  return (
    <details className="definition">
      <summary>{evidenceTexts.definition}</summary>
      <dl>
        {lines.map(([name, text]) =>
          text === undefined || text === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
    </details>
  )
}
