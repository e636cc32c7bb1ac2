import { applies } from '#src/accompaniment/dossier.ts'
import type { AccompanimentState } from '#src/accompaniment/states.ts'
import type { AccompanimentView, ProgressView } from '#src/contract/accompaniments.ts'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { canWrite } from '#client/accompaniment/can-write.ts'
import { paths } from '#client/app/paths.ts'
import { useAccompaniment, useProgress, useQuestionnaire } from '#client/app/queries.ts'
import { Note } from '#client/feedback/note.tsx'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { valueAt } from '#client/saving/entry-value.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { useTargetField } from '#client/shell/use-target-field.ts'
import { FactLine } from './fact-line.tsx'
import { FactStrip, type FactState } from './fact-strip.tsx'
import { IdentitySheet } from './identity-sheet.tsx'
import { preparationTexts as t } from './texts-fr.ts'
import '#client/fields/fields.css'
import './preparation.css'

/** The identity sheet and the facts of the year, before the first meeting. */
export default function PreparationPage() {
  const id = usePathParameter('id')
  const accompaniment = useAccompaniment(id)
  const questionnaire = useQuestionnaire(accompaniment.data)
  const progress = useProgress(id)
  useTargetField(accompaniment.data !== undefined && questionnaire.data !== undefined)
  const failed = [accompaniment, questionnaire].find(({ isError }) => isError)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (accompaniment.data === undefined || questionnaire.data === undefined) return <Loading lines={10} />
  const view = accompaniment.data
  const period = valueAt('framing/period', view.entries['framing/period']?.value)
  const facts = questionnaire.data.indicators.filter(
    (indicator) => indicator.core === true && applies(indicator, view.structure.kinds),
  )
  const states = facts.map(({ id: fact }) => factState(view, fact, period))

  return (
    <div className="page">
      <PageTitle
        title={before.has(view.state) ? t.title : t.titleAfter}
        back={{ to: paths.page(id, 'home'), label: view.structure.name }}
      >
        {lead(view, questionnaire.data.identity ?? [], states, progress.data)}
      </PageTitle>
      <div className="preparation-cols">
        <section aria-labelledby="sheet-title">
          <h2 className="rule" id="sheet-title">
            {t.structure}
          </h2>
          <IdentitySheet
            accompanimentId={id}
            fields={questionnaire.data.identity ?? []}
            disabled={!canWrite(view, 'identity')}
          />
        </section>
        <section aria-labelledby="facts-title">
          <FactStrip states={states} />
          <div className="fact-head">
            <h2 id="facts-title">
              {t.factsTitle}{' '}
              <span>{t.counts(count(states, 'given'), count(states, 'unavailable'), count(states, 'open'))}</span>
            </h2>
            {period !== undefined && <span>{t.forYear(period)}</span>}
            <span>{t.usedFor}</span>
          </div>
          {period === undefined ? (
            <div className="preparation-note">
              <Note>
                {t.noPeriod} <GoLink to={paths.page(id, 'framing', 'framing/period')}>{t.choosePeriod}</GoLink>
              </Note>
            </div>
          ) : (
            <>
              <ul>
                {facts.map((indicator) => (
                  <FactLine
                    key={indicator.id}
                    accompanimentId={id}
                    indicator={indicator}
                    period={period}
                    usedFor={dimensionUsing(questionnaire.data.dimensions, indicator.id)}
                    result={progress.data?.score.indicators.find((each) => each.id === indicator.id)}
                    disabled={!canWrite(view, 'indicator')}
                  />
                ))}
              </ul>
              <p className="muted preparation-note">{t.footnote(period)}</p>
            </>
          )}
        </section>
      </div>
    </div>
  )
}

/** States before the first meeting; afterwards the page is a place to complete and to read. */
const before: ReadonlySet<AccompanimentState> = new Set(['requested', 'qualified', 'scheduled', 'preparing'])

function factState(view: AccompanimentView, indicatorId: string, period: string | undefined): FactState {
  const key = `indicator/${indicatorId}/${period ?? ''}` as const
  const value = valueAt(key, view.entries[key]?.value)
  if (value === undefined) return 'open'
  return 'unavailable' in value ? 'unavailable' : 'given'
}

function count(states: readonly FactState[], wanted: FactState): number {
  return states.filter((state) => state === wanted).length
}

function lead(
  view: AccompanimentView,
  fields: readonly { readonly id: string; readonly required: boolean }[],
  states: readonly FactState[],
  progress: ProgressView | undefined,
): string {
  const missing = fields.filter(
    ({ id, required }) => required && (view.entries[`identity/${id}`]?.value ?? '') === '',
  ).length
  const sheet = missing === 0 ? t.sheetComplete : t.sheetMissing(missing)
  const facts = t.facts(states.length - count(states, 'open'), states.length)
  const needed = progress?.next.flatMap((step) => step.missing).find(({ code }) => code === 'core-facts-missing')
    ?.details['needed']
  const end =
    needed !== undefined ? t.needed(Number(needed)) : missing === 0 && before.has(view.state) ? t.canBeHeld : ''
  return end === '' ? `${sheet}, ${facts}.` : `${sheet}, ${facts}\u00a0: ${end}`
}

function dimensionUsing(
  dimensions: readonly {
    readonly title: string
    readonly shortTitle?: string
    readonly criteria: readonly { readonly indicators: readonly string[] }[]
  }[],
  indicatorId: string,
): string {
  const dimension = dimensions.find(({ criteria }) =>
    criteria.some(({ indicators }) => indicators.includes(indicatorId)),
  )
  return dimension?.shortTitle ?? dimension?.title ?? t.keyFigures
}
