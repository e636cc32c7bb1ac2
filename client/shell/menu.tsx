import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

/**
 * A button that discloses a short list of links and buttons: closed by Escape (focus comes back), by choosing, and by
 * leaving it. A plain disclosure, so that Tab is all one needs to know.
 */
export function DisclosureMenu({ button, buttonClass, children }: MenuProps) {
  const [open, setOpen] = useState(false)
  const list = useId()
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return undefined
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) === false) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      trigger.current?.focus()
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  return (
    <div
      className="menu"
      ref={root}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <button
        type="button"
        ref={trigger}
        className={buttonClass}
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div className="menu-list" id={list}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  )
}

type MenuProps = {
  readonly button: ReactNode
  readonly buttonClass: string
  /** The list; call what is given to close it once something is chosen. */
  readonly children: (close: () => void) => ReactNode
}
