import type { CriterionExplanation } from '#src/scoring/explanation.ts'
import { roundForDisplay } from '#src/scoring/display-rounding.ts'
import { resultsTexts } from './texts-fr.ts'

/** One block a criterion, as wide as its weight, three cells for three points. The table below says the same in words. */
export function ContributionStrip({ criteria }: { readonly criteria: readonly CriterionExplanation[] }) {
  const levelled = criteria.filter(({ answer }) => answer === 'level')
  return (
    <div aria-hidden="true">
      <div className="strip">
        {levelled.map((criterion) => (
          <div key={criterion.id} className="strip-block" style={{ flexGrow: criterion.weight, flexBasis: 0 }}>
            <div className="strip-cells">
              {[0, 1, 2].map((cell) => {
                const points = criterion.points ?? 0
                const kind = cell < points ? 'on' : cell === points ? 'next' : ''
                return (
                  <i key={cell} className={kind}>
                    {kind === 'next' && criterion.gainToNext !== undefined && `+${gainOf(criterion.gainToNext)}`}
                  </i>
                )
              })}
            </div>
            <span className="strip-label">{criterion.title}</span>
          </div>
        ))}
      </div>
      <p className="strip-key">
        <span>
          <i className="on" />
          {resultsTexts.legend.acquired}
        </span>
        <span>
          <i className="next" />
          {resultsTexts.legend.next}
        </span>
        <span>
          <i />
          {resultsTexts.legend.later}
        </span>
      </p>
    </div>
  )
}

function gainOf(gain: number): string {
  return roundForDisplay(gain, 1).toFixed(1).replace('.', ',')
}
