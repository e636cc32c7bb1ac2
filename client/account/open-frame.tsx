import type { ReactNode } from 'react'
import { appTexts } from '#client/app/texts-fr.ts'
import { Brand } from '#client/shell/brand.tsx'
import './account.css'

/** The frame of the pages that come before signing in: what to do on the left, what one may wonder on the right. */
export function OpenFrame({ children, questions }: FrameProps) {
  return (
    <>
      <a className="skip" href="#content">
        {appTexts.skipToContent}
      </a>
      <header className="bar">
        <Brand />
      </header>
      <main className="open-page" id="content" tabIndex={-1}>
        <div className="open-main">{children}</div>
        <aside className="open-side">
          {questions.map(([question, answer]) => (
            <div key={question}>
              <h2>{question}</h2>
              <p>{answer}</p>
            </div>
          ))}
        </aside>
      </main>
    </>
  )
}

type FrameProps = { readonly children: ReactNode; readonly questions: readonly (readonly [string, string])[] }
