import type { ReactNode } from 'react'
import { appTexts } from '#client/app/texts-fr.ts'
import { Brand } from './brand.tsx'
import './shell.css'

/** The frame of a page that stands outside the signed-in shell: the brand, and one main place. */
export function BareFrame({
  children,
  className,
}: {
  readonly children: ReactNode
  readonly className?: string | undefined
}) {
  return (
    <>
      <a className="skip" href="#content">
        {appTexts.skipToContent}
      </a>
      <header className="bar">
        <Brand />
      </header>
      <main id="content" tabIndex={-1} className={className}>
        {children}
      </main>
    </>
  )
}
