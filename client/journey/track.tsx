import { IconPlayerPauseFilled } from '@tabler/icons-react'
import { statesOf, type Outline } from '#src/accompaniment/journeys/outline.ts'
import { phases, type AccompanimentState } from '#src/accompaniment/states.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { standingStep, stepNumber, stepStatus } from './steps.ts'
import { journeyTexts } from './texts-fr.ts'
import './journey.css'

/** The journey in one line: five columns of phases, one tick a step, the pole planted where we are, and its words. */
export function JourneyTrack({ journey, state, resumeState }: Standing) {
  const here = standingStep(journey, state, resumeState)
  const paused = state === 'on-hold' || state === 'cancelled'
  return (
    <div>
      <span className="track" aria-hidden="true">
        {journey.phases.map(({ phase, states: steps }) => (
          <span key={phase} className="track-phase">
            {steps.map((step) => {
              const status = stepStatus(journey, step, state, resumeState)
              return (
                <i key={step} className={status}>
                  {status === 'now' && <Pole height={26} />}
                  {status === 'paused' && <IconPlayerPauseFilled size={16} />}
                </i>
              )
            })}
          </span>
        ))}
      </span>
      <span className="track-step">
        <b>{journeyTexts.states[paused ? state : here]}</b>{' '}
        <span className="quiet">
          {paused && `${journeyTexts.states[here]}, `}
          {journeyTexts.stepOf(stepNumber(journey, here), statesOf(journey).length)}
        </span>
      </span>
    </div>
  )
}

/** The names of the five columns, above a list of tracks. */
export function TrackAxis() {
  return (
    <div className="track-axis" aria-hidden="true">
      {phases.map((phase) => (
        <span key={phase}>{journeyTexts.phases[phase]}</span>
      ))}
    </div>
  )
}

export type Standing = {
  readonly journey: Outline
  readonly state: AccompanimentState
  readonly resumeState?: AccompanimentState | undefined
}
