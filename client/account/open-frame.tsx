import type { ReactNode } from 'react'
import { BareFrame } from '#client/shell/bare-frame.tsx'
import './account.css'

/** The frame of the pages that come before signing in: what to do on the left, what one may wonder on the right. */
export function OpenFrame({ children, questions }: FrameProps) {
  return (
    <BareFrame className="open-page">
      <div className="open-main">{children}</div>
      <aside className="open-side">
        {questions.map(([question, answer]) => (
          <div key={question}>
            <h2>{question}</h2>
            <p>{answer}</p>
          </div>
        ))}
      </aside>
    </BareFrame>
  )
}

type FrameProps = { readonly children: ReactNode; readonly questions: readonly (readonly [string, string])[] }
