import { IconScale } from '@tabler/icons-react'
import { useEffect, type RefObject } from 'react'
import { whenShort } from '#client/app/dates.ts'
import { Level, rodValueOf } from '#client/drawing/level.tsx'
import { shownValue } from '#client/evidence/shown-value.ts'
import { FieldError } from '#client/feedback/note.tsx'
import { indicatorOf } from '#client/opened/opened.ts'
import { reach } from '#client/meeting/live/spread-words.ts'
import { parkedPoints, settlePoint } from '#client/meeting/lead/use-points.ts'
import { usePreviousAnswer } from '#client/meeting/lead/use-previous.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'
import { useEntry } from '#client/saving/use-entry.ts'

/** What the person who leads needs at hand: how to open the talk, what figures say, which proofs to ask for. */
export function Aside({
  meeting,
  notes,
}: {
  readonly meeting: Meeting
  /** Absent for those who keep none. */
  readonly notes: RefObject<HTMLTextAreaElement | null> | undefined
}) {
  const { opened, current, spread } = meeting
  const { criterion } = current
  const previous = usePreviousAnswer(opened, criterion.id)
  const entry = opened.view.entries[`criterion/${criterion.id}`]
  const parked = parkedPoints(opened)
  const range = spread === undefined ? undefined : reach(spread)

  return (
    <aside className="aside" aria-label={meetingTexts.atHand}>
      {(criterion.plainQuestion ?? criterion.hint ?? range) !== undefined && (
        <section>
          <h2>{meetingTexts.openDiscussion}</h2>
          {range !== undefined && (
            <p>
              {range.least === range.most
                ? meetingTexts.spreadSame(range.least)
                : meetingTexts.spreadFrom(range.least, range.most)}
            </p>
          )}
          {criterion.hint !== undefined && <p>{criterion.hint}</p>}
          {criterion.plainQuestion !== undefined && (
            <p className="muted">
              {meetingTexts.plain} : {criterion.plainQuestion}
            </p>
          )}
        </section>
      )}
      {criterion.legal && (
        <p className="aside-legal">
          <IconScale size={20} aria-hidden />
          {meetingTexts.legal}
        </p>
      )}
      {criterion.indicators.length > 0 && (
        <section>
          <h2>{meetingTexts.facts}</h2>
          <ul>
            {criterion.indicators.map((id) => {
              const indicator = indicatorOf(opened, id)
              if (indicator === undefined) return null
              const value = shownValue(indicator, opened.read(`indicator/${id}/${opened.period}`))
              return (
                <li key={id}>
                  {indicator.label} : <b className="num">{value.text}</b>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {criterion.proofs.length > 0 && (
        <section>
          <h2>{meetingTexts.proofs}</h2>
          <ul>
            {criterion.proofs.map((proof) => (
              <li key={proof}>{proof}</li>
            ))}
          </ul>
        </section>
      )}
      {previous !== undefined && (
        <section>
          <h2>{meetingTexts.previousYear(previous.period)}</h2>
          <Level value={rodValueOf(previous.answer)} names={opened.questionnaire.levelNames} />
          <p className="small muted">{meetingTexts.toConfirm}</p>
        </section>
      )}
      {!meeting.decided && entry !== undefined && entry.value !== null && entry.updatedAt !== '' && (
        <section>
          <h2>{meetingTexts.prepared}</h2>
          <Level value={rodValueOf(opened.read(`criterion/${criterion.id}`))} names={opened.questionnaire.levelNames} />
          <p className="small muted">{meetingTexts.preparedBy(entry.updatedBy, whenShort(entry.updatedAt))}</p>
        </section>
      )}
      {notes !== undefined && <Notes key={criterion.id} of={criterion.id} accompanimentId={opened.id} field={notes} />}
      {parked.length > 0 && (
        <section>
          <h2>{meetingTexts.parked(parked.length)}</h2>
          <ul>
            {parked.map((point) => {
              const target = meeting.criteria.find((each) => each.criterion.id === point.criterion)?.criterion
              return (
                <li key={point.id}>
                  {target !== undefined && <b>{target.shortTitle} : </b>}
                  {point.text}
                  <span className="aside-acts">
                    {target !== undefined && (
                      <button type="button" className="act" onClick={() => meeting.goTo(target.id)}>
                        {meetingTexts.comeBack}
                        <span className="vh"> : {target.shortTitle}</span>
                      </button>
                    )}
                    {opened.canWrite('parked') && (
                      <button type="button" className="act" onClick={() => settlePoint(opened, point)}>
                        {meetingTexts.settled}
                        <span className="vh"> : {point.text}</span>
                      </button>
                    )}
                  </span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </aside>
  )
}

/** The advisor's own words about a criterion: kept with the accompaniment, never shown to the structure. */
function Notes({ of, accompanimentId, field }: NotesProps) {
  const { value, setValue, error, flush } = useEntry(accompanimentId, `note/${of}`)
  useEffect(() => () => flush(), [flush])
  return (
    <section>
      <label className="label" htmlFor="meeting-notes">
        {meetingTexts.notes} <kbd aria-hidden="true">N</kbd>
      </label>
      <p className="hint" id="meeting-notes-hint">
        {meetingTexts.notesHint}
      </p>
      <textarea
        id="meeting-notes"
        ref={field}
        className="input"
        rows={3}
        maxLength={1000}
        aria-describedby="meeting-notes-hint"
        value={value ?? ''}
        onChange={({ target }) => setValue(target.value === '' ? null : target.value)}
        onKeyDown={(event) => {
          // Back to the meeting's keys without the mouse.
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {error !== undefined && <FieldError id="meeting-notes-error">{error}</FieldError>}
    </section>
  )
}

type NotesProps = {
  readonly of: string
  readonly accompanimentId: string
  readonly field: RefObject<HTMLTextAreaElement | null>
}
