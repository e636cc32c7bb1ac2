import { IconArrowRight } from '@tabler/icons-react'
import { paths } from '#client/app/paths.ts'
import { nextStep, takeStep } from '#client/meeting/lead/steer.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'

/** What can be done now: park, go back, and the one next thing, which names itself. */
export function Steps({ meeting, onPark }: { readonly meeting: Meeting; readonly onPark: () => void }) {
  const { opened, room, stage, index } = meeting
  const { live } = meetingTexts
  const step = nextStep(meeting)

  return (
    <>
      {room?.status === 'prepared' && <p className="meeting-hint">{live.prepared}</p>}
      {step === 'none' && stage === 'vote' && <p className="meeting-hint">{live.revealAnyway}</p>}
      {step === 'none' && stage === 'spread' && <p className="meeting-hint">{live.chooseLevel}</p>}
      <div className="meeting-acts">
        {opened.canWrite('parked') && (
          <button type="button" className="btn" onClick={onPark}>
            {meetingTexts.park} <kbd aria-hidden="true">P</kbd>
          </button>
        )}
        {index > 0 && (
          <button type="button" className="btn ghost" onClick={meeting.previous}>
            {meetingTexts.previous}
          </button>
        )}
        {step === 'finish' ? (
          <GoLink className="btn primary" to={paths.meetingClosing(opened.id)}>
            {meetingTexts.lastCriterion}
          </GoLink>
        ) : step === 'start' ? (
          <button type="button" className="btn primary" onClick={() => void room?.send({ type: 'start' })}>
            {live.start}
          </button>
        ) : (
          step !== 'none' && (
            <button
              type="button"
              className="btn primary"
              aria-busy={room?.busy === true}
              onClick={() => takeStep(meeting)}
            >
              {labelOf(meeting)}
              {step === 'next' ? (
                <IconArrowRight size={20} aria-hidden />
              ) : (
                <kbd aria-hidden="true">{meetingTexts.space}</kbd>
              )}
            </button>
          )
        )}
      </div>
    </>
  )
}

function labelOf(meeting: Meeting): string {
  const { live } = meetingTexts
  const { answer } = meeting
  switch (nextStep(meeting)) {
    case 'show':
      return live.show
    case 'reveal':
      return live.reveal
    case 'agree':
      if (answer === undefined || 'unknown' in answer) return live.noteUnknown
      return 'level' in answer ? live.noteLevel(answer.level) : live.noteNotApplicable
    default:
      return meetingTexts.nextCriterion
  }
}
