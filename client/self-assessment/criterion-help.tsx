import type { Criterion } from '#src/questionnaire/questionnaire.ts'
import { HistoryPanel } from '#client/history/history-panel.tsx'
import { assessmentTexts as t } from './texts-fr.ts'

/** What helps to answer: plain words, where to look, what to do in doubt, and what was answered before. */
export function CriterionHelp({ accompanimentId, criterion }: HelpProps) {
  return (
    <aside className="assess-help" aria-label={t.help}>
      {criterion.plainQuestion !== undefined && (
        <section className="assess-help-plain">
          <h2>{t.plain}</h2>
          <p>{criterion.plainQuestion}</p>
        </section>
      )}
      {criterion.proofs.length > 0 && (
        <section>
          <h2>{t.whereToLook}</h2>
          <ul>
            {criterion.proofs.map((proof) => (
              <li key={proof}>{proof}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t.hesitating}</h2>
        <p>{t.hesitatingWhy}</p>
      </section>
      <HistoryPanel accompanimentId={accompanimentId} entryKey={`criterion/${criterion.id}`} />
    </aside>
  )
}

type HelpProps = { readonly accompanimentId: string; readonly criterion: Criterion }
