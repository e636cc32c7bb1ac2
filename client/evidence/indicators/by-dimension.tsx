import { useLocation } from '@tanstack/react-router'
import { applies } from '#src/accompaniment/dossier.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'
import { openCriteria, type Opened } from '#client/opened/opened.ts'
import { IndicatorCard } from './indicator-card.tsx'

/** Every indicator that concerns the structure, under the dimension whose criteria use it first. */
export function IndicatorsByDimension({ opened }: { readonly opened: Opened }) {
  const hash = decodeURIComponent(useLocation().hash)
  const groups = indicatorGroups(opened)

  return (
    <div className="stack" id="indicators">
      <h2 className="rule">{evidenceTexts.byDimension}</h2>
      {groups.map(({ id, title, indicators }) => {
        const done = indicators.filter(
          (one) => opened.read(`indicator/${one.id}/${opened.period}`) !== undefined,
        ).length
        const target = indicators.some((one) => hash.startsWith(`indicator/${one.id}/`))
        return (
          <details key={`${id} ${target}`} className="indicator-group" open={target}>
            <summary>
              <b>{title}</b>
              <span className="quiet">{evidenceTexts.indicatorsOf(done, indicators.length)}</span>
            </summary>
            <div className="indicator-grid">
              {indicators.map((indicator) => (
                <IndicatorCard key={indicator.id} opened={opened} indicator={indicator} />
              ))}
            </div>
          </details>
        )
      })}
    </div>
  )
}

type Group = { readonly id: string; readonly title: string; readonly indicators: readonly Indicator[] }

function indicatorGroups(opened: Opened): readonly Group[] {
  const { questionnaire, view } = opened
  const usable = questionnaire.indicators.filter((indicator) => applies(indicator, view.structure.kinds))
  const home = new Map<string, string>()
  for (const { criterion, dimension } of openCriteria(opened)) {
    for (const id of criterion.indicators) if (!home.has(id)) home.set(id, dimension.id)
  }
  return [...questionnaire.dimensions, { id: '', title: evidenceTexts.otherIndicators }]
    .map(({ id, title }) => ({ id, title, indicators: usable.filter((one) => (home.get(one.id) ?? '') === id) }))
    .filter(({ indicators }) => indicators.length > 0)
}
