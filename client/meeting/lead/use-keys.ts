import { useEffect, useRef } from 'react'
import type { Level } from '#src/questionnaire/questionnaire.ts'

export type MeetingKeys = {
  readonly onPrevious: () => void
  readonly onNext: () => void
  readonly onLevel: (level: Level) => void
  readonly onNotes: () => void
  readonly onPark: () => void
  readonly onReopen: () => void
}

const levels: Readonly<Record<string, Level>> = { '1': 1, '2': 2, '3': 3, '4': 4 }

/**
 * Single keys that lead the meeting. Off while typing, inside a dialog, with a modifier, and where the person turned
 * them off (WCAG 2.1.4); arrows stay with a radio group that has the focus.
 */
export function useMeetingKeys(keys: MeetingKeys, on: boolean): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const { target } = event
      if (target instanceof HTMLElement && target.closest('textarea, select, [role="dialog"], [contenteditable]'))
        return
      const inField = target instanceof HTMLInputElement
      if (inField && target.type !== 'radio') return
      const act = actionOf(event.key, latest.current, inField)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [on])
}

function actionOf(key: string, keys: MeetingKeys, onRadio: boolean): (() => void) | undefined {
  const level = levels[key]
  if (level !== undefined) return () => keys.onLevel(level)
  if (key === 'ArrowLeft' && !onRadio) return keys.onPrevious
  if (key === 'ArrowRight' && !onRadio) return keys.onNext
  if (key === 'n' || key === 'N') return keys.onNotes
  if (key === 'p' || key === 'P') return keys.onPark
  if (key === 'r' || key === 'R') return keys.onReopen
  return undefined
}
