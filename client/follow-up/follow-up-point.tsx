import { lazy, Suspense, useId, useState } from 'react'
import type { FollowUp, MeetingEntry } from '#src/accompaniment/entry.ts'
import { hours, longDay } from '#client/app/dates.ts'
import { FieldError } from '#client/feedback/note.tsx'
import { DateLeaf } from '#client/drawing/date-leaf.tsx'
import { SelectField } from '#client/opened/select-field.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { followUpTexts } from './texts-fr.ts'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))
const lengths = [30, 45, 60, 90, 120] as const

/** One follow-up point: when, where, whether it was held, or why it will not be. */
export function FollowUpPoint({ opened, point }: { readonly opened: Opened; readonly point: FollowUp }) {
  const [waiving, setWaiving] = useState(false)
  const own = useId()
  const { value, setValue, error, flush } = useEntry(opened.id, `meeting/${point}`)
  const month = Number(point.slice(1))
  const writable = opened.canWrite('meeting')
  const waived = (value?.waivedReason ?? '') !== ''

  function change(next: MeetingEntry): void {
    setValue(next)
    flush()
  }

  return (
    <section className="panel follow-up-point" id={`meeting/${point}`} aria-labelledby={own}>
      <div className="follow-up-head">
        {value !== undefined && !waived && <DateLeaf on={value.startsAt} here={value.held !== true} />}
        <div>
          <h3 id={own}>{followUpTexts.point(month)}</h3>
          <p className="muted">{value === undefined ? followUpTexts.noDate : sentenceOf(value)}</p>
        </div>
      </div>
      {writable ? (
        <>
          {!waived && (
            <div className="follow-up-fields">
              <div className="text-field">
                <label className="label" htmlFor={`${own}-when`}>
                  {followUpTexts.startsAt}
                </label>
                <input
                  id={`${own}-when`}
                  type="datetime-local"
                  className="input"
                  value={value?.startsAt ?? ''}
                  onChange={({ target }) => {
                    if (target.value !== '') setValue({ minutes: 60, ...value, startsAt: target.value.slice(0, 16) })
                  }}
                />
              </div>
              {value !== undefined && (
                <>
                  <SelectField
                    label={followUpTexts.minutes}
                    value={String(value.minutes)}
                    options={[...new Set([...lengths, value.minutes])].map((minutes) => ({
                      value: String(minutes),
                      label: followUpTexts.minutesOf(minutes),
                    }))}
                    onChange={(minutes) => change({ ...value, minutes: Number(minutes) })}
                  />
                  <TextField
                    label={followUpTexts.place}
                    max={120}
                    value={value.place ?? ''}
                    onChange={(place) => setValue({ ...value, place })}
                  />
                </>
              )}
            </div>
          )}
          {value?.held === true && (
            <TextField
              label={followUpTexts.attendees}
              hint={followUpTexts.attendeesHint}
              max={300}
              value={value.attendees ?? ''}
              onChange={(attendees) => setValue({ ...value, attendees })}
            />
          )}
          {error !== undefined && <FieldError id={`${own}-error`}>{error}</FieldError>}
          {value === undefined ? (
            <p className="hint">{followUpTexts.needDate}</p>
          ) : waived ? (
            <button type="button" className="act" onClick={() => change(withoutWaiver(value))}>
              {followUpTexts.reopen}
            </button>
          ) : (
            <div className="row">
              <label className="row">
                <input
                  type="checkbox"
                  checked={value.held === true}
                  onChange={({ target }) => change({ ...value, held: target.checked })}
                />
                {followUpTexts.held}
              </label>
              {value.held !== true && (
                <button type="button" className="act" onClick={() => setWaiving(true)}>
                  {followUpTexts.waive}
                </button>
              )}
            </div>
          )}
        </>
      ) : (
        value === undefined && <p className="hint">{followUpTexts.byAdvisor}</p>
      )}
      {waiving && value !== undefined && (
        <Suspense fallback={null}>
          <ReasonDialog
            title={followUpTexts.point(month)}
            question={followUpTexts.waiveQuestion}
            why={followUpTexts.waiveWhy}
            action={followUpTexts.waiveIt}
            onConfirm={(waivedReason) => {
              change({ ...value, waivedReason: waivedReason.slice(0, 300) })
              return Promise.resolve()
            }}
            onClose={() => setWaiving(false)}
          />
        </Suspense>
      )}
    </section>
  )
}

function sentenceOf(meeting: MeetingEntry): string {
  if ((meeting.waivedReason ?? '') !== '') return followUpTexts.waived(meeting.waivedReason ?? '')
  const day = longDay(meeting.startsAt)
  if (meeting.held === true) return followUpTexts.heldOn(day)
  return [day, hours(meeting.startsAt, meeting.minutes), meeting.place ?? ''].filter(Boolean).join(', ')
}

function withoutWaiver(meeting: MeetingEntry): MeetingEntry {
  const { waivedReason: _, ...rest } = meeting
  return rest
}
