import { useRef, useState, type SubmitEvent } from 'react'
import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import type { MeetingNotesReply } from '#src/contract/meeting-notes.ts'
import { request, sentenceOf } from '#client/app/api.ts'
import { newId } from '#client/app/new-id.ts'
import { useMe } from '#client/app/queries.ts'
import { Dialog } from '#client/feedback/dialog.tsx'
import { FieldError, Note } from '#client/feedback/note.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { meetingTasks, parkedPoints } from '#client/meeting/lead/use-points.ts'
import type { Opened } from '#client/opened/opened.ts'
import { closingTexts as t } from './texts-fr.ts'

/** Who receives the notes of the meeting, and what they will read: nothing leaves before it was said. */
export default function SendNotes({ opened, meeting, decided, onSent, onClose }: SendProps) {
  const me = useMe().data
  const people = opened.view.people.filter(({ userId }) => userId !== me?.user.id)
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    people.filter(({ role }) => role !== 'reader').map(({ userId }) => userId),
  )
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [missing, setMissing] = useState(false)
  const operationId = useRef(newId())
  const { confidential } = outlineOf(opened.questionnaire)
  const parked = parkedPoints(opened).length
  const tasks = meetingTasks(opened, meeting).filter((task) => task.meeting === meeting && task.done !== true).length
  const missingSteps = opened.progress.next[0]?.missing.length ?? 0
  const said = [
    t.previewDecided(decided.length),
    ...(parked === 0 ? [] : [t.previewParked(parked)]),
    ...(tasks === 0 ? [] : [t.previewTasks(tasks)]),
    ...(missingSteps === 0 ? [] : [t.previewMissing(missingSteps)]),
  ]

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setMissing(chosen.length === 0)
    if (chosen.length === 0) return
    setBusy(true)
    setFailure(undefined)
    try {
      const { sent } = await request<MeetingNotesReply>(`/accompaniments/${opened.id}/meetings/${meeting}/notes`, {
        method: 'POST',
        body: { operationId: operationId.current, recipients: chosen, decided },
      })
      onSent(sent)
      onClose()
    } catch (error) {
      operationId.current = newId()
      setFailure(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog opened title={t.sendTitle} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p>{confidential ? t.sendConfidential : t.sendWhat}</p>
        <p className="label send-said">{t.preview}</p>
        <ul className="send-list">
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {people.length === 0 ? (
          <Note>{t.sendNobody}</Note>
        ) : (
          <fieldset>
            <legend className="label">{t.sendTo}</legend>
            {people.map((person) => (
              <label key={person.userId} className="closing-check">
                <input
                  type="checkbox"
                  checked={chosen.includes(person.userId)}
                  onChange={({ target }) => {
                    setMissing(false)
                    setChosen(
                      target.checked ? [...chosen, person.userId] : chosen.filter((userId) => userId !== person.userId),
                    )
                  }}
                />
                <span>
                  {person.name}
                  <span className="quiet small send-role">
                    {person.jobTitle ?? journeyTexts.roles[person.role]}, {person.email}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {missing && <FieldError id="send-missing">{t.sendMissing}</FieldError>}
        {failure !== undefined && <Note kind="error">{failure}</Note>}
        {people.length > 0 && (
          <div className="dialog-actions">
            <button type="submit" className="btn primary" aria-busy={busy}>
              {chosen.length === 0 ? t.sendNone : t.sendIt(chosen.length)}
            </button>
          </div>
        )}
      </form>
    </Dialog>
  )
}

type SendProps = {
  readonly opened: Opened
  readonly meeting: string
  readonly decided: readonly string[]
  readonly onSent: (count: number) => void
  readonly onClose: () => void
}
