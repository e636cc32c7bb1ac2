import { IconCheck } from '@tabler/icons-react'
import { fewestForSpread } from '#src/room/room-events.ts'
import type { Stage } from '#src/room/room-state.ts'
import { reach } from '#client/meeting/live/spread-words.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'

/** The three moments of a criterion: take position, show the spread, note the agreement. */
export function Moments({ meeting }: { readonly meeting: Meeting }) {
  const { stage, answered, spread, room } = meeting
  const { live } = meetingTexts
  const range = spread === undefined ? undefined : reach(spread)
  const moments = [
    {
      title: live.position,
      words: stage === 'waiting' ? live.notShown : live.positionNow(answered, room?.present ?? 0),
    },
    {
      title: live.spread,
      words:
        spread === undefined
          ? live.spreadHidden(Math.max(0, fewestForSpread - answered))
          : range === undefined
            ? live.spreadNoLevel
            : live.spreadShown(range.least, range.most),
    },
    { title: live.agreement, words: stage === 'agreed' ? live.agreementDone : live.agreementAfter },
  ]
  const here = moments.findIndex((_, index) => index >= stages.indexOf(stage) - 1)

  return (
    <ol className="moments" aria-label={live.moments}>
      {moments.map(({ title, words }, index) => {
        const done = stage === 'agreed' || index < here
        const now = !done && index === here
        return (
          <li key={title} className={now ? 'now' : done ? 'done' : ''} aria-current={now ? 'step' : undefined}>
            <span className="moment-mark" aria-hidden="true">
              {done ? <IconCheck size={18} /> : index + 1}
            </span>
            <span>
              {title}
              <span className="moment-words" aria-live={index === 0 ? 'polite' : undefined}>
                {words}
              </span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const stages: readonly Stage[] = ['waiting', 'vote', 'spread', 'agreed']
