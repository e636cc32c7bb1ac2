import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useSaver } from './saver-context.tsx'

const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'))

/** Asks which value to keep, wherever the user is; the dialog itself is loaded when there is a first conflict. */
export function Conflicts() {
  const saver = useSaver()
  const any = useSyncExternalStore(
    saver.subscribe,
    () => saver.summary().kind === 'conflict' || saver.conflicts().length > 0,
  )
  return any ? (
    <Suspense fallback={null}>
      <ConflictDialog saver={saver} />
    </Suspense>
  ) : null
}
