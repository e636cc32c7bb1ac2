import { useRef, useState, type FormEvent } from 'react'
import type { JoinReply } from '#src/contract/rooms.ts'
import { ask, type Asked } from '#client/phone/ask.ts'
import { Frame, Remark, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon } from '#client/phone/screen/icons.tsx'
import { cleanCode, isWholeCode } from './code.ts'
import { joinTexts } from './texts-fr.ts'

type JoinPageProps = {
  /** A code that was tried already, and what came of it. */
  readonly tried?: { readonly code: string; readonly reply: Asked<JoinReply> } | undefined
  readonly onJoined: (code: string, reply: JoinReply) => void
}

/** Asks for a code, and for a name where the meeting wants one. */
export function JoinPage({ tried, onJoined }: JoinPageProps) {
  const [code, setCode] = useState(tried?.code ?? '')
  const [fault, setFault] = useState(tried && faultOf(tried.reply))
  const [isBusy, setBusy] = useState(false)
  const [structure, setStructure] = useState(tried && structureThatAsksName(tried.reply))
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)

  async function enter(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const cleaned = cleanCode(code)
    const missing =
      structure === undefined ? codeFault(cleaned) : name.trim() === '' ? joinTexts.nameMissing : undefined
    setFault(missing)
    if (missing !== undefined) return field.current?.focus()

    setBusy(true)
    const named = structure === undefined ? {} : { name: name.trim() }
    const reply = await ask<JoinReply>('POST', '/join', { code: cleaned, ...named })
    setBusy(false)
    const asksName = structure === undefined ? structureThatAsksName(reply) : undefined
    if (asksName !== undefined) return setStructure(asksName)
    if (reply.kind === 'answered') return onJoined(cleaned, reply.body)
    setFault(faultOf(reply))
    field.current?.focus()
    return undefined
  }

  return (
    <Frame>
      <ScreenTitle screen={structure === undefined ? 'code' : 'name'}>
        {structure === undefined ? joinTexts.title : joinTexts.nameTitle(structure)}
      </ScreenTitle>
      <p>{structure === undefined ? joinTexts.where : joinTexts.nameWhy}</p>
      <form className="list" noValidate onSubmit={(event) => void enter(event)}>
        <div>
          <label className="label" htmlFor="join-field">
            {structure === undefined ? joinTexts.code : joinTexts.name}
          </label>
          {structure === undefined ? (
            <input
              ref={field}
              id="join-field"
              className="input code"
              value={code}
              maxLength={12}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              {...described(fault)}
              onChange={(event) => setCode(event.target.value)}
            />
          ) : (
            <input
              ref={field}
              id="join-field"
              className="input"
              value={name}
              maxLength={60}
              autoComplete="off"
              enterKeyHint="go"
              {...described(fault)}
              onChange={(event) => setName(event.target.value)}
            />
          )}
          {fault !== undefined && (
            <p className="fault" id="join-fault" role="alert">
              <Icon name="warning" />
              <span>{fault}</span>
            </p>
          )}
        </div>
        <button className="btn primary" type="submit" aria-busy={isBusy}>
          {isBusy ? joinTexts.entering : joinTexts.enter}
        </button>
      </form>
      {structure === undefined ? (
        <Remark icon="hidden">{joinTexts.anonymous}</Remark>
      ) : (
        <button className="act" type="button" onClick={() => setStructure(undefined)}>
          {joinTexts.otherCode}
        </button>
      )}
    </Frame>
  )
}

function described(fault: string | undefined) {
  return fault === undefined ? {} : ({ 'aria-invalid': true, 'aria-describedby': 'join-fault' } as const)
}

function codeFault(code: string): string | undefined {
  if (code === '') return joinTexts.codeMissing
  return isWholeCode(code) ? undefined : joinTexts.codeLength
}

/** A meeting that asks for names opens a seat only with one. */
function structureThatAsksName(reply: Asked<JoinReply>): string | undefined {
  const isAsking = reply.kind === 'answered' && reply.body.kind === 'meeting' && reply.body.asksName
  return isAsking ? reply.body.structure : undefined
}

function faultOf(reply: Asked<unknown>): string | undefined {
  if (reply.kind === 'answered') return undefined
  if (reply.kind === 'unreachable') return joinTexts.unreachable
  if (reply.code === 'code-unknown' || reply.status === 404) return joinTexts.codeUnknown
  if (reply.status === 429) {
    const minutes = Math.ceil((reply.retryAfter ?? 60) / 60)
    return minutes < 2 ? joinTexts.tooMany : joinTexts.tooManyFor(minutes)
  }
  if (reply.code === 'room-closed') return joinTexts.closed
  return reply.sentence ?? joinTexts.refused
}
