import { journeyEvents } from '#src/accompaniment/states.ts'
import type { AccompanimentView, Change } from '#src/contract/accompaniments.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { whenShort } from '#client/app/dates.ts'
import { useQuestionnaire } from '#client/app/queries.ts'
import { entryLabel } from '#client/history/readable-value.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'

/** The newest changes, six of them: enough to see that a colleague has been here. */
export function RecentChanges({ accompaniment }: { readonly accompaniment: AccompanimentView }) {
  const questionnaire = useQuestionnaire(accompaniment).data
  const { recent } = accompaniment
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{t.recent}</h2>
      {recent.length === 0 && <p className="muted">{t.noRecent}</p>}
      <ul className="home-recent">
        {distinct(recent, (change) => sentence(change, questionnaire)).map((change) => (
          <li key={`${change.at} ${change.key}`}>
            <time className="small quiet" dateTime={change.at}>
              {whenShort(change.at)}
            </time>
            <span>{sentence(change, questionnaire)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A row of saves by one person is said once, at its newest; six sentences at most. */
function distinct(changes: readonly Change[], words: (change: Change) => string): readonly Change[] {
  return changes
    .filter((change, index) => {
      const newer = changes[index - 1]
      return newer === undefined || words(newer) !== words(change)
    })
    .slice(0, 6)
}

function sentence({ kind, key, by }: Change, questionnaire: Questionnaire | undefined): string {
  switch (kind) {
    case 'entry':
      return t.wrote(by, entryLabel(key, questionnaire))
    case 'proof':
      return t.addedProof(by)
    case 'person':
      return t.changedPeople(by)
    case 'synthesis':
      return t.printed(by)
    case 'transition': {
      const event = journeyEvents.find((known) => known === key)
      return t.moved(by, event === undefined ? t.opened : journeyTexts.happened[event])
    }
  }
}
