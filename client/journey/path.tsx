import { IconCheck, IconPlayerPauseFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { statesOf } from '#src/accompaniment/journeys/outline.ts'
import type { JourneyState, Phase } from '#src/accompaniment/states.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { phaseOf, standingStep, stepStatus, type StepStatus } from './steps.ts'
import { journeyTexts } from './texts-fr.ts'
import { JourneyTrack, type Standing } from './track.tsx'
import './journey.css'

/**
 * The journey at the head of an accompaniment: past and future phases summed up, the present one opened. On a narrow
 * screen it is the track, with every step behind a button.
 *
 * @param captions a line under a step or a phase: a meeting's date, the day it was done.
 */
export function JourneyPath({ journey, state, resumeState, captions = {} }: PathProps) {
  const [unfolded, setUnfolded] = useState(false)
  const here = standingStep(journey, state, resumeState)
  const present = phaseOf(journey, here)
  const every = statesOf(journey)

  return (
    <section aria-label={journeyTexts.path}>
      <ol className="path">
        {journey.phases.map(({ phase, states: steps }) => {
          const statuses = steps.map((step) => stepStatus(journey, step, state, resumeState))
          const done = statuses.every((status) => status === 'done')
          return phase === present ? (
            <li key={phase} className="path-phase open">
              <span className="path-name">{journeyTexts.phases[phase]}</span>
              <ol>
                {steps.map((step, index) => (
                  <PathStep key={step} step={step} status={statuses[index] ?? 'next'} caption={captions[step]} />
                ))}
              </ol>
            </li>
          ) : (
            <li key={phase} className={done ? 'path-phase done' : 'path-phase'}>
              <span className="path-name">{journeyTexts.phases[phase]}</span>
              <span className="path-rail">
                {statuses.map((status, index) => (
                  <Mark key={steps[index]} status={status} />
                ))}
              </span>
              <span className="path-caption">{captions[phase] ?? summary(steps.length, done)}</span>
            </li>
          )
        })}
      </ol>
      <div className="path-short">
        <JourneyTrack journey={journey} state={state} resumeState={resumeState} />
        <button type="button" className="act" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {journeyTexts.allSteps(every.length)}
        </button>
        {unfolded && (
          <ol className="path-all">
            {every.map((step) => {
              const status = stepStatus(journey, step, state, resumeState)
              return (
                <li key={step} aria-current={status === 'now' ? 'step' : undefined}>
                  <Mark status={status} />
                  <span>
                    {journeyTexts.states[step]}
                    <span className="quiet small"> {captions[step] ?? journeyTexts.statusWords[status]}</span>
                  </span>
                </li>
              )
            })}
          </ol>
        )}
      </div>
    </section>
  )
}

function PathStep({ step, status, caption }: StepProps) {
  const here = status === 'now' || status === 'paused'
  return (
    <li className={status} aria-current={here ? 'step' : undefined}>
      <Mark status={status} />
      <span className="path-step">
        {journeyTexts.states[step]}
        {!here && <span className="vh">, {journeyTexts.statusWords[status]}</span>}
      </span>
      <span className="path-caption">
        {here ? <b>{status === 'now' ? journeyTexts.youAreHere : journeyTexts.onHold}</b> : caption}
        {here && caption !== undefined && <span className="path-here-caption">{caption}</span>}
      </span>
    </li>
  )
}

function Mark({ status }: { readonly status: StepStatus }) {
  return (
    <span className={`path-mark ${status}`} aria-hidden="true">
      {status === 'done' && <IconCheck size={16} />}
      {status === 'now' && <Pole height={54} />}
      {status === 'paused' && <IconPlayerPauseFilled size={14} />}
    </span>
  )
}

function summary(steps: number, done: boolean): string {
  if (!done) return ''
  return steps === 1 ? journeyTexts.done : journeyTexts.doneSteps(steps)
}

type StepProps = { readonly step: JourneyState; readonly status: StepStatus; readonly caption: string | undefined }
type PathProps = Standing & { readonly captions?: Readonly<Partial<Record<JourneyState | Phase, string>>> }
