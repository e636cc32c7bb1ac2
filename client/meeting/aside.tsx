import { IconScale } from '@tabler/icons-react'
import { useEffect, useState, type RefObject } from 'react'
import { whenShort } from '#client/app/dates.ts'
import { Level, rodValueOf } from '#client/drawing/level.tsx'
import { shownValue } from '#client/evidence/shown-value.ts'
import { indicatorOf } from '#client/opened/opened.ts'
import { meetingTexts } from './texts-fr.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'

/** What the person who leads needs at hand: how to open the talk, what figures say, which proofs to ask for. */
export function Aside({
  meeting,
  notes,
}: {
  readonly meeting: Meeting
  readonly notes: RefObject<HTMLTextAreaElement | null>
}) {
  const { opened, current, memory, remember, unpark } = meeting
  const { criterion } = current
  const entry = opened.view.entries[`criterion/${criterion.id}`]
  const parked = Object.entries(memory.parked)

  return (
    <aside className="aside" aria-label={meetingTexts.openDiscussion}>
      {(criterion.plainQuestion ?? criterion.hint) !== undefined && (
        <section>
          <h2>{meetingTexts.openDiscussion}</h2>
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
      {!meeting.decided && entry !== undefined && entry.value !== null && entry.updatedAt !== '' && (
        <section>
          <h2>{meetingTexts.prepared}</h2>
          <Level value={rodValueOf(meeting.answer)} names={opened.questionnaire.levelNames} />
          <p className="small muted">{meetingTexts.preparedBy(entry.updatedBy, whenShort(entry.updatedAt))}</p>
        </section>
      )}
      <section>
        <label className="label" htmlFor="meeting-notes">
          {meetingTexts.notes} <kbd aria-hidden="true">N</kbd>
        </label>
        <p className="hint">{meetingTexts.notesHint}</p>
        <Notes
          key={criterion.id}
          field={notes}
          value={memory.notes[criterion.id] ?? ''}
          onChange={(text) => remember({ notes: { ...memory.notes, [criterion.id]: text } })}
        />
      </section>
      {parked.length > 0 && (
        <section>
          <h2>{meetingTexts.parked(parked.length)}</h2>
          <ul>
            {parked.map(([id, why]) => {
              const title = meeting.criteria.find((each) => each.criterion.id === id)?.criterion.shortTitle
              return (
                <li key={id}>
                  {title} : {why}{' '}
                  <button type="button" className="act" onClick={() => unpark(id)}>
                    {meetingTexts.comeBack}
                    <span className="vh"> : {title}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </aside>
  )
}

function Notes({ field, value, onChange }: NotesProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <textarea
      id="meeting-notes"
      ref={field}
      className="input"
      rows={3}
      maxLength={1000}
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        onChange(target.value)
      }}
    />
  )
}

type NotesProps = {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly value: string
  readonly onChange: (text: string) => void
}
