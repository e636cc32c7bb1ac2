import { lazy, Suspense } from 'react'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'

const StaleQuestion = lazy(() => import('./stale-question.tsx'))

/** Asks which answer the team agrees on where someone wrote another meanwhile; nothing where nobody did. */
export function StaleDialog({ meeting }: { readonly meeting: Meeting }) {
  if (meeting.stale === undefined) return null
  return (
    <Suspense fallback={null}>
      <StaleQuestion accompanimentId={meeting.opened.id} stale={meeting.stale} />
    </Suspense>
  )
}
