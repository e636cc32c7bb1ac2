import { IconAdjustments } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { hour } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { Pole } from '#client/drawing/pole.tsx'
import { meetingLabels } from '#client/history/texts-fr.ts'
import { minutesInAll, minutesLate, type TimedPart } from '#client/meeting/agenda/agenda-times.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'

/** The parts in order with their time, what is already answered, and whether the meeting keeps to its plan. */
export function Agenda({ meeting }: { readonly meeting: Meeting }) {
  const { criteria, current, opened, goTo, parts } = meeting
  const here = useRef<HTMLButtonElement>(null)
  const { questionnaire } = opened
  const isAnswered = (id: string) => opened.read(`criterion/${id}`) !== undefined
  useEffect(() => {
    // Braces: some browsers answer a promise here, which an effect must not return.
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [current.criterion.id])

  return (
    <nav className="agenda" aria-label={meetingTexts.agenda}>
      <h2>{meetingLabels[meeting.meeting] ?? meetingTexts.agenda}</h2>
      <p className="agenda-progress">
        {meetingTexts.progress(criteria.filter(({ criterion }) => isAnswered(criterion.id)).length, criteria.length)}
      </p>
      <Pace meeting={meeting} />
      {opened.view.role === 'advisor' && (
        <GoLink className="act" to={paths.meetingPreparation(opened.id)}>
          <IconAdjustments size={20} aria-hidden />
          {meeting.room === undefined ? meetingTexts.prepare : meetingTexts.changePreparation}
        </GoLink>
      )}
      {parts.map((part, index) => {
        const isHere = part.criteria.includes(current.criterion.id)
        return (
          <details key={`${part.id} ${index} ${isHere}`} open={isHere}>
            <summary>
              {part.startsAt !== undefined && (
                <span className="agenda-time num">{hour(part.startsAt.toISOString())}</span>
              )}
              <span>{part.title}</span>
              <span className="quiet num">
                {part.criteria.filter(isAnswered).length}/{part.criteria.length}
              </span>
            </summary>
            <ul>
              {criteria
                .filter(({ criterion }) => part.criteria.includes(criterion.id))
                .map(({ criterion }) => {
                  const present = criterion.id === current.criterion.id
                  const value = rodValueOf(opened.read(`criterion/${criterion.id}`))
                  return (
                    <li key={criterion.id}>
                      <button
                        type="button"
                        ref={present ? here : null}
                        aria-current={present ? 'step' : undefined}
                        onClick={() => goTo(criterion.id)}
                      >
                        {present ? <Pole height={26} /> : <LevelRod value={value} height={24} />}
                        <span>
                          {criterion.shortTitle}
                          <span className="vh">
                            , {typeof value === 'number' && value} {wordsOf(value, questionnaire.levelNames)}
                          </span>
                        </span>
                      </button>
                    </li>
                  )
                })}
            </ul>
          </details>
        )
      })}
    </nav>
  )
}

/** A minute is precise enough for a meeting. */
const refreshMs = 20_000

/** On time, late or ahead, and when it would end: only where the meeting has begun. */
function Pace({ meeting }: { readonly meeting: Meeting }) {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), refreshMs)
    return () => clearInterval(timer)
  }, [])
  const { parts, current, room } = meeting
  const late = room?.status === 'open' ? minutesLate(parts, current.criterion.id, now) : undefined
  if (late === undefined) return null
  const end = hour(endOf(parts, Math.max(0, late)).toISOString())
  if (late > 1) return <p className="agenda-pace late">{meetingTexts.late(late, end)}</p>
  return <p className="agenda-pace">{late < -4 ? meetingTexts.early(-late, end) : meetingTexts.onTime(end)}</p>
}

function endOf(parts: readonly TimedPart[], late: number): Date {
  const start = parts[0]?.startsAt ?? new Date()
  return new Date(start.getTime() + (minutesInAll(parts) + late) * 60_000)
}
