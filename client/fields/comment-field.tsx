import { useEffect, useId, useRef, useState } from 'react'
import { FieldError, Note } from '#client/feedback/note.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { doubts } from './doubts.ts'
import { fieldTexts } from './texts-fr.ts'
import './fields.css'

/** Most characters of a comment. */
const most = 2000

/**
 * How things stand on a criterion, in a few sentences. A comment is read by partners and the network, so what could name
 * somebody is not saved until the person who writes has read why, and either corrected it or said that it names nobody.
 */
export function CommentField({ accompanimentId, criterionId, readOnly = false, rows = 3 }: CommentProps) {
  const key = `comment/${criterionId}` as const
  const { value, setValue, error, flush } = useEntry(accompanimentId, key)
  const [held, setHeld] = useState<string>()
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const own = useId()
  const text = held ?? value ?? ''
  const found = held === undefined ? [] : doubts(held, accepted)
  const said = useRef<HTMLDivElement>(null)
  const isHeld = found.length > 0

  useEffect(() => {
    // What is not saved must be seen while one writes.
    if (isHeld) said.current?.scrollIntoView({ block: 'nearest' })
  }, [isHeld])

  function write(next: string): void {
    if (doubts(next, accepted).length > 0) {
      setHeld(next)
      return
    }
    setHeld(undefined)
    setValue(next === '' ? null : next)
  }

  return (
    <div className="comment-field">
      <label className="label" htmlFor={key}>
        {fieldTexts.comment.label}
      </label>
      <p className="hint" id={`${own}-hint`}>
        {fieldTexts.comment.hint} {fieldTexts.signs(text.length, most)}.
      </p>
      <textarea
        id={key}
        className="input"
        rows={rows}
        maxLength={most}
        readOnly={readOnly}
        value={text}
        aria-invalid={found.length > 0 || error !== undefined}
        aria-describedby={`${own}-hint ${own}-said`}
        onChange={({ target }) => write(target.value)}
      />
      <div id={`${own}-said`} ref={said} className="comment-said" role="status">
        {found.length > 0 && (
          <Note kind="warn">
            <p>
              <b>{fieldTexts.comment.notSaved}</b> {fieldTexts.comment.found(found)}
            </p>
            <p>{fieldTexts.comment.why}</p>
          </Note>
        )}
      </div>
      {found.length > 0 && (
        <button
          type="button"
          className="act"
          onClick={() => {
            setAccepted([...accepted, ...found])
            setHeld(undefined)
            setValue(text)
            flush()
          }}
        >
          {fieldTexts.comment.keep}
        </button>
      )}
      {error !== undefined && <FieldError id={`${own}-error`}>{error}</FieldError>}
    </div>
  )
}

type CommentProps = {
  readonly accompanimentId: string
  readonly criterionId: string
  readonly readOnly?: boolean
  readonly rows?: number
}
