import { useEffect, useRef, type ReactNode } from 'react'
import { Pole } from '#client/drawing/pole.tsx'
import { Icon, type IconName } from './icons.tsx'
import { phoneTexts } from '#client/phone/texts-fr.ts'

export type FrameStatus = { readonly icon: IconName; readonly text: string; readonly tone?: 'busy' | 'bad' }

export type FrameProps = {
  /** Where one is: « Critère 2 sur 34 »; the product's name where there is no such place. */
  readonly place?: string
  /** What is saved and what waits; read out when it changes. */
  readonly status?: FrameStatus
  /** In place of a status: what one can do on the whole page. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** Bar and body of every page. */
export function Frame({ place, status, aside, children }: FrameProps) {
  return (
    <>
      <header className="ptop">
        <span className="place">
          <Pole height={26} />
          <b>{place ?? phoneTexts.product}</b>
        </span>
        {aside}
        <span className={`state ${status?.tone ?? ''}`} role="status">
          {status && (
            <>
              <Icon name={status.icon} size={20} />
              {status.text}
            </>
          )}
        </span>
      </header>
      <main className="in">{children}</main>
    </>
  )
}

type ScreenTitleProps = {
  readonly children: string
  /** Changes with each screen: focus and the document's title follow. */
  readonly screen: string
  readonly className?: string
}

/** The one heading of a screen. When the screen changes, focus comes here, so that it is read out from its start. */
export function ScreenTitle({ children, screen, className }: ScreenTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = phoneTexts.pageTitle(children)
  }, [children])
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [screen])

  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}

export function Remark({ icon, children }: { readonly icon: IconName; readonly children: ReactNode }) {
  return (
    <p className="remark">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  )
}

type NoteProps = {
  readonly icon: IconName
  readonly tone?: 'warn' | 'error'
  readonly role?: 'alert'
  readonly children: ReactNode
}

export function PhoneNote({ icon, tone, role, children }: NoteProps) {
  return (
    <div className={`note ${tone ?? ''}`} role={role}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}

/** Always one touch away where situations are spoken of; that page records nothing. */
export function GuidanceLink({ children }: { readonly children: string }) {
  return (
    <a className="act" href="/guidance">
      {children}
    </a>
  )
}
