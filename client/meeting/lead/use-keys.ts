import { useEffect, useRef } from 'react'
import type { Level } from '#src/questionnaire/questionnaire.ts'

export type MeetingKeys = {
  readonly onPrevious?: () => void
  readonly onNext?: () => void
  readonly onLevel?: (level: Level) => void
  readonly onUnknown?: () => void
  readonly onNotApplicable?: () => void
  readonly onStep?: () => void
  readonly onNotes?: () => void
  readonly onPark?: () => void
  readonly onReopen?: () => void
  readonly onJoining?: () => void
  readonly onHelp?: () => void
}

const levels: Readonly<Record<string, Level>> = { '1': 1, '2': 2, '3': 3, '4': 4 }

/**
 * Single keys that lead the meeting. Off while typing, inside a dialog, with a modifier, and where the person turned
 * them off (WCAG 2.1.4); arrows stay with a radio group that has the focus, space and enter with a button or a link.
 */
export function useMeetingKeys(keys: MeetingKeys, on: boolean): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return
      if (document.querySelector('[role="dialog"]') !== null) return
      const act = actionOf(event.key, latest.current, placeOf(event.target))
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [on])
}

/** Where the focus is, as far as keys care. */
export type KeyPlace = 'page' | 'field' | 'button' | 'radio' | 'checked-radio'

/** What a key does from a place; undefined where it is that place's own, or no one's. */
export function actionOf(key: string, keys: MeetingKeys, place: KeyPlace): (() => void) | undefined {
  if (place === 'field') return undefined
  const { onLevel } = keys
  const level = levels[key]
  if (level !== undefined) return onLevel === undefined ? undefined : () => onLevel(level)
  switch (key) {
    case 'ArrowLeft':
      return place === 'radio' || place === 'checked-radio' ? undefined : keys.onPrevious
    case 'ArrowRight':
      return place === 'radio' || place === 'checked-radio' ? undefined : keys.onNext
    case ' ':
    case 'Enter':
      // A radio that is chosen has nothing more to do with them.
      return place === 'page' || place === 'checked-radio' ? keys.onStep : undefined
    case '?':
      return keys.onHelp
    default:
      return byLetter(key.toLowerCase(), keys)
  }
}

function byLetter(key: string, keys: MeetingKeys): (() => void) | undefined {
  switch (key) {
    case 's':
      return keys.onUnknown
    case 'c':
      return keys.onNotApplicable
    case 'n':
      return keys.onNotes
    case 'p':
      return keys.onPark
    case 'r':
      return keys.onReopen
    case 'q':
      return keys.onJoining
    default:
      return undefined
  }
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target instanceof HTMLInputElement && target.type === 'radio') return target.checked ? 'checked-radio' : 'radio'
  if (target.matches('textarea, select, [contenteditable="true"]')) return 'field'
  if (target instanceof HTMLInputElement) return target.type === 'checkbox' ? 'button' : 'field'
  return target.closest('a, button, summary') === null ? 'page' : 'button'
}
