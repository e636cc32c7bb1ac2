import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * Goes to the field that a to-do's link names: the element whose id is the entry's key, once `ready`. The field itself
 * is focused, or the first control inside.
 */
export function useTargetField(ready: boolean): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (!ready || hash === '') return
    const element = document.getElementById(decodeURIComponent(hash))
    if (element === null) return
    element.scrollIntoView({ block: 'center' })
    const control = element.matches('input, select, textarea, button, a')
      ? element
      : element.querySelector<HTMLElement>('input, select, textarea, button, a')
    control?.focus({ preventScroll: true })
  }, [ready, hash])
}
