import { lazy, Suspense, useState } from 'react'
import type { AccompanimentState } from '#src/accompaniment/states.ts'
import type { DimensionResult } from '#src/scoring/score.ts'
import { roundForDisplay } from '#src/scoring/display-rounding.ts'
import { formatNumber } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { EmptyState } from '#client/feedback/states.tsx'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { coveragePercent } from './coverage.ts'
import { resultsTexts } from './texts-fr.ts'
import './results.css'

const WhyDrawer = lazy(() => import('./why-drawer.tsx'))

/** Results by dimension: a bar and its coverage, or the reason why there is none. Every figure is the score object's. */
export default function ResultsPage() {
  return <OpenedPage>{(opened) => <Results opened={opened} />}</OpenedPage>
}

function Results({ opened }: { readonly opened: Opened }) {
  const [explained, setExplained] = useState<string>()
  const { dimensions } = opened.progress.score
  const any = dimensions.some(({ vector }) => vector.level1 + vector.level2 + vector.level3 + vector.level4 > 0)
  const next = nextPage(opened.view.state)

  return (
    <div className="page results">
      <PageTitle
        title={resultsTexts.title}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={
          any &&
          next !== undefined && (
            <GoLink className="btn primary" to={paths.page(opened.id, next)}>
              {next === 'plan' ? resultsTexts.toPlan : resultsTexts.toArguments}
            </GoLink>
          )
        }
      >
        {resultsTexts.lead}
      </PageTitle>
      {any ? (
        <ul className="result-list">
          {dimensions.map((result) => (
            <DimensionLine key={result.id} opened={opened} result={result} onWhy={() => setExplained(result.id)} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title={resultsTexts.nothingYet}
          actions={
            <GoLink className="btn primary" to={paths.page(opened.id, 'positioning')}>
              {resultsTexts.position}
            </GoLink>
          }
        >
          {resultsTexts.nothingYetWhy}
        </EmptyState>
      )}
      {explained !== undefined && (
        <Suspense fallback={null}>
          <WhyDrawer opened={opened} dimensionId={explained} onClose={() => setExplained(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

/** Where results lead: what the team is proud of first, then where to act; nowhere once the document is being written. */
function nextPage(state: AccompanimentState): 'arguments' | 'plan' | undefined {
  if (state === 'preparing' || state === 'arguments') return 'arguments'
  return state === 'evidence' || state === 'planning' ? 'plan' : undefined
}

function DimensionLine({ opened, result, onWhy }: LineProps) {
  const { score } = result
  const title = opened.questionnaire.dimensions.find(({ id }) => id === result.id)?.title ?? result.id
  return (
    <li className="result-line">
      <div className="result-head">
        <h2>{title}</h2>
        {score.computable ? (
          <b className="result-value">{formatNumber(roundForDisplay(score.value))}</b>
        ) : (
          <span className="result-none">{resultsTexts.notComputed}</span>
        )}
      </div>
      {score.computable && (
        <svg className="result-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="4" fill="var(--line)" />
          <rect width={score.value} height="4" fill="var(--level-3)" />
        </svg>
      )}
      <div className="result-foot">
        <span className="small muted">
          {score.computable
            ? resultsTexts.coverage(coveragePercent(score.coverage))
            : reasonOf(score.reason, score.coverage)}
        </span>
        <button type="button" className="act" onClick={onWhy}>
          {resultsTexts.why}
          <span className="vh"> {title}</span>
        </button>
      </div>
    </li>
  )
}

function reasonOf(reason: keyof typeof resultsTexts.reasons, coverage: DimensionResult['score']['coverage']): string {
  return reason === 'coverage-too-low'
    ? resultsTexts.reasons[reason](coveragePercent(coverage))
    : resultsTexts.reasons[reason]
}

type LineProps = { readonly opened: Opened; readonly result: DimensionResult; readonly onWhy: () => void }
