import { useState } from 'react'
import { ask } from '#client/phone/ask.ts'
import { forgetSession } from '#client/phone/offline/session.ts'
import { useSending } from '#client/phone/offline/use-sending.ts'
import { QuizCaseScreen } from './quiz-case-screen.tsx'
import { QuizEndScreen } from './quiz-end-screen.tsx'
import { keepProgress, type QuizProgress, type QuizStep } from './quiz-progress.ts'
import { QuizWordScreen } from './quiz-word-screen.tsx'

type QuizPageProps = {
  readonly start: QuizProgress
  /** Somebody else answers on this phone. */
  readonly onLeave: () => void
}

/** The quiz: a word, the cases one by one, one send. */
export function QuizPage({ start, onLeave }: QuizPageProps) {
  const [progress, setProgress] = useState(start)
  const { sending, start: send } = useSending(async () => {
    const { code, submissionId, word, answers } = progress
    const reply = await ask('POST', '/quiz/answers', {
      code,
      submissionId,
      answers,
      ...(word === undefined ? {} : { word }),
    })
    // Sent, or never to be: nothing stays on the phone.
    if (reply.kind === 'answered' || (reply.kind === 'refused' && reply.status !== 429)) forgetSession()
    return reply
  })

  function go(change: Partial<QuizProgress>) {
    const next = { ...progress, ...change }
    setProgress(next)
    keepProgress(next)
  }
  const goTo = (step: QuizStep) => go({ step })
  const { step, sheet } = progress

  if (step.at === 'word') {
    return (
      <QuizWordScreen
        sheet={sheet}
        onBegin={(word) =>
          go({ step: { at: 'case', index: 0, isNoted: false }, ...(word === undefined ? {} : { word }) })
        }
      />
    )
  }
  if (step.at === 'case') return <QuizCaseScreen progress={progress} step={step} onChange={go} />
  return (
    <QuizEndScreen
      progress={progress}
      sending={sending}
      onSend={send}
      onReview={() => goTo({ at: 'case', index: 0, isNoted: false })}
      onLeave={onLeave}
    />
  )
}
