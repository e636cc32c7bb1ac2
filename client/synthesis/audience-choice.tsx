import { useId } from 'react'
import type { Audience } from '#src/accompaniment/entry.ts'
import { synthesisTexts } from './texts-fr.ts'

type AudienceChoiceProps = {
  readonly audiences: readonly Audience[]
  readonly value: Audience
  readonly onChange: (audience: Audience) => void
}

/** Which document is shown and printed, with what it is for and who may read it. */
export function AudienceChoice({ audiences, value, onChange }: AudienceChoiceProps) {
  const name = useId()
  return (
    <section aria-labelledby="audience">
      <h2 className="rule" id="audience">
        {synthesisTexts.chooseAudience}
      </h2>
      <div className="audiences" role="radiogroup" aria-labelledby="audience">
        {audiences.map((audience) => {
          const { title, purpose, readers } = synthesisTexts.audiences[audience]
          return (
            <label key={audience} className={audience === value ? 'audience on' : 'audience'}>
              <input type="radio" name={name} checked={audience === value} onChange={() => onChange(audience)} />
              <b>{title}</b>
              <span className="small">{purpose}</span>
              <span className="small muted">{readers}</span>
            </label>
          )
        })}
      </div>
    </section>
  )
}
