import { useEffect, useSyncExternalStore } from 'react'

const storageKey = 'jalon:shortcuts'
const listeners = new Set<() => void>()

/** Whether single-key shortcuts act: they can be turned off for those who dictate or press keys by accident (WCAG 2.1.4). */
export function useShortcutsOn(): readonly [boolean, () => void] {
  const on = useSyncExternalStore(subscribe, areOn)
  return [
    on,
    () => {
      window.localStorage.setItem(storageKey, on ? 'off' : 'on')
      for (const listener of listeners) listener()
    },
  ]
}

/** Calls `act` with the key pressed, when it is one of `keys`, no modifier is down and no one is typing. */
export function useShortcut(keys: readonly string[], act: (key: string) => void): void {
  const [on] = useShortcutsOn()
  useEffect(() => {
    if (!on) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      if (!keys.includes(event.key) || document.querySelector('[role="dialog"]') !== null) return
      // Enter on a button or a link is that button's or that link's.
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary')) return
      event.preventDefault()
      act(event.key)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, [contenteditable="true"], input:not([type="radio"], [type="checkbox"])')
  )
}

function areOn(): boolean {
  return window.localStorage.getItem(storageKey) !== 'off'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
