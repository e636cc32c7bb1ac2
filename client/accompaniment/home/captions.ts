import { journeyStates, type JourneyState, type Phase } from '#src/accompaniment/states.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { JourneyId } from '#src/questionnaire/questionnaire.ts'
import { shortDay } from '#client/app/dates.ts'
import { valueAt } from '#client/saving/entry-value.ts'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'

/** The line under steps and phases: meetings to come or held, and the day a lone step was left. */
export function journeyCaptions(view: AccompanimentView): Partial<Record<JourneyState | Phase, string>> {
  const captions: Partial<Record<JourneyState | Phase, string>> = {}
  for (const [step, id] of meetingOfStep[view.journey]) {
    const meeting = valueAt(`meeting/${id}`, view.entries[`meeting/${id}`]?.value)
    if (meeting !== undefined) captions[step] = t.meetingOn(shortDay(meeting.startsAt))
  }
  const prepared = leftAt(view, 'preparing')
  if (prepared !== undefined) captions.preparing = t.doneOn(shortDay(prepared))
  const delivered = view.transitions.find(({ to }) => to === 'delivered')
  if (delivered !== undefined) captions.delivered = t.doneOn(shortDay(delivered.at))
  return captions
}

const meetingOfStep: Readonly<Record<JourneyId, readonly (readonly [JourneyState, string])[]>> = {
  'key-arguments': [
    ['arguments', '1'],
    ['evidence', '2'],
    ['planning', '3'],
  ],
  'practices-audit': [
    ['framing', 'framing'],
    ['awareness', 'awareness'],
    ['audit', 'audit-1'],
    ['restitution', 'restitution'],
    ['planning', 'plan'],
  ],
}

function leftAt(view: AccompanimentView, step: JourneyState): string | undefined {
  return view.transitions.find(
    ({ from, to }) => from === step && journeyStates.some((known) => known === to) && to !== step,
  )?.at
}
