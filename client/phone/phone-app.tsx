import { useCallback, useEffect, useState } from 'react'
import type { PerceptionSheet, QuizSheet } from '#src/contract/awareness.ts'
import type { JoinReply, SeatView } from '#src/contract/rooms.ts'
import { typesetContent } from '#client/app/fr.ts'
import { newId } from '#client/app/new-id.ts'
import { ask, type Asked } from './ask.ts'
import { EndedPage, type EndedWhy } from './ended-page.tsx'
import { Frame } from './screen/frame.tsx'
import { takeCodeFromAddress } from './join/code.ts'
import { JoinPage } from './join/join-page.tsx'
import { MeetingPage } from './meeting/meeting-page.tsx'
import { forgetSession } from './offline/session.ts'
import type { KeptSeat } from './offline/snapshot.ts'
import {
  forgetLostMeeting,
  isCodeOfSeat,
  keepCodeOfSeat,
  mayHoldSeat,
  openMeeting,
  type OpenedMeeting,
} from './opened-meeting.ts'
import { PerceptionPage } from './perception/perception-page.tsx'
import { keepProgress, keptProgress, type QuizProgress } from './quiz/quiz-progress.ts'
import { QuizPage } from './quiz/quiz-page.tsx'
import { phoneTexts } from './texts-fr.ts'

/** Which page this phone shows. */
type Shown =
  | { readonly at: 'opening' }
  | { readonly at: 'join'; readonly tried?: { readonly code: string; readonly reply: Asked<JoinReply> } }
  | { readonly at: 'meeting'; readonly meeting: OpenedMeeting }
  | { readonly at: 'quiz'; readonly start: QuizProgress }
  | { readonly at: 'perception'; readonly ticket: string; readonly sheet: PerceptionSheet }
  | { readonly at: 'ended'; readonly why: EndedWhy; readonly unsent: number }

/** The page without an account: whatever the code opens, in one file, for a part that comes late might never come. */
export function PhoneApp() {
  const [shown, setShown] = useState<Shown>({ at: 'opening' })

  /** Answers whether there is something to show of a seat that this phone has or had. */
  const openSeat = useCallback(async (): Promise<boolean> => {
    const seat = await ask<SeatView | KeptSeat>('GET', '/seat')
    if (seat.kind === 'answered') {
      setShown({ at: 'meeting', meeting: await openMeeting(seat.body) })
      return true
    }
    if (seat.kind !== 'refused' || seat.code !== 'seat-lost') return false
    const { hadSeat, unsent } = await forgetLostMeeting()
    if (hadSeat) setShown({ at: 'ended', why: 'seat-lost', unsent })
    return hadSeat
  }, [])

  const joined = useCallback(
    async (code: string, reply: JoinReply) => {
      if (reply.kind === 'quiz') return setShown({ at: 'quiz', start: newPassage(code, reply.sheet) })
      if (reply.kind === 'perception') {
        return setShown({ at: 'perception', ticket: code, sheet: inFrench(reply.sheet) })
      }
      keepCodeOfSeat(code)
      if (!(await openSeat())) setShown({ at: 'join', tried: { code, reply: { kind: 'unreachable' } } })
      return undefined
    },
    [openSeat],
  )

  const open = useCallback(async () => {
    const code = takeCodeFromAddress(window.location, window.history)
    if (code === undefined) {
      const passage = keptProgress()
      if (passage !== undefined) return setShown({ at: 'quiz', start: passage })
      if (!mayHoldSeat() || !(await openSeat())) setShown({ at: 'join' })
      return undefined
    }
    setShown({ at: 'opening' })
    if (isCodeOfSeat(code) && (await openSeat())) return undefined
    const reply = await ask<JoinReply>('POST', '/join', { code })
    const isAskingName = reply.kind === 'answered' && reply.body.kind === 'meeting' && reply.body.asksName
    if (reply.kind === 'answered' && !isAskingName) return joined(code, reply.body)
    return setShown({ at: 'join', tried: { code, reply } })
  }, [joined, openSeat])

  useEffect(() => {
    void open()
    // Another code scanned into a page that is open already changes the fragment alone.
    const onCode = () => {
      if (window.location.hash.length > 1) void open()
    }
    window.addEventListener('hashchange', onCode)
    return () => window.removeEventListener('hashchange', onCode)
  }, [open])

  const leave = useCallback(() => {
    forgetSession()
    setShown({ at: 'join' })
  }, [])
  const meeting = shown.at === 'meeting' ? shown.meeting : undefined
  const ended = useCallback(
    async (why: EndedWhy) => {
      const unsent = meeting?.store.state().queue.waiting.length ?? 0
      // Told, not waited for: leaving must work without network too.
      if (why === 'left') void ask('DELETE', '/seat')
      await meeting?.forget()
      setShown({ at: 'ended', why, unsent })
    },
    [meeting],
  )

  const opening = (
    <Frame>
      <p role="status">{phoneTexts.opening}</p>
    </Frame>
  )
  switch (shown.at) {
    case 'opening':
      return opening
    case 'join':
      return (
        <JoinPage
          key={shown.tried?.code ?? ''}
          tried={shown.tried}
          onJoined={(code, reply) => void joined(code, reply)}
        />
      )
    case 'ended':
      return <EndedPage why={shown.why} unsent={shown.unsent} onEnter={leave} />
    case 'meeting':
      return <MeetingPage view={shown.meeting.view} store={shown.meeting.store} onEnded={(why) => void ended(why)} />
    case 'quiz':
      return <QuizPage key={shown.start.submissionId} start={shown.start} onLeave={leave} />
    case 'perception':
      return <PerceptionPage key={shown.ticket} ticket={shown.ticket} sheet={shown.sheet} onLeave={leave} />
  }
}

/** The same code scanned again goes on with the passage that this tab keeps. */
function newPassage(code: string, sheet: QuizSheet): QuizProgress {
  const kept = keptProgress()
  if (kept?.code === code) return kept
  const passage: QuizProgress = {
    code,
    sheet: typesetContent(sheet),
    submissionId: newId(),
    seed: newId(),
    answers: {},
    step: { at: 'word' },
  }
  keepProgress(passage)
  return passage
}

/** French typography for the French texts alone: other languages have their own. */
function inFrench(sheet: PerceptionSheet): PerceptionSheet {
  const { title, information, items } = typesetContent({
    title: sheet.title,
    information: sheet.information,
    items: sheet.items,
  })
  return { ...sheet, title, information, items }
}
