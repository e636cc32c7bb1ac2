import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { focusField } from '#client/fields/focus-field.ts'

/**
 * Goes to the field that a to-do's link names: the element whose id is the entry's key, once `ready`. The field itself
 * is focused, or the first control inside.
 */
export function useTargetField(ready: boolean): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (!ready || hash === '') return
    const id = decodeURIComponent(hash)
    document.getElementById(id)?.scrollIntoView({ block: 'center' })
    focusField(id, { preventScroll: true })
  }, [ready, hash])
}
