import { meeting } from '#src/accompaniment/dossier.ts'
import { condition, guard, type Guard } from './guard.ts'

/** `drafting` → `review`: everything the document holds is there, and a draft of it can be read. */
export const submitForReviewGuards: readonly Guard[] = [
  condition('message-missing', ({ dossier }) => dossier.entries.has('message'), {
    target: { page: 'synthesis', entry: 'message' },
    who: ['referent'],
  }),
  condition('synthesis-not-printed', ({ dossier }) => dossier.synthesisPrinted, {
    target: { page: 'synthesis' },
    who: ['advisor'],
  }),
]

/** `review` → `delivered`: the direction has answered each authorisation, yes or no. */
export const approveGuards: readonly Guard[] = [
  guard('consent-unanswered', ({ dossier }) =>
    (['logo', 'quotes', 'practices'] as const)
      .filter((subject) => !dossier.entries.has(`consent/${subject}`))
      .map((subject) => ({
        details: { subject },
        target: { page: 'synthesis' as const, entry: `consent/${subject}` },
        who: ['referent'] as const,
      })),
  ),
]

/** `delivered` → `follow-up`. */
export const startFollowUpGuards: readonly Guard[] = [
  condition('follow-up-date-missing', ({ dossier }) => meeting(dossier, 'm6') !== undefined, {
    target: { page: 'follow-up', entry: 'meeting/m6' },
    who: ['advisor'],
  }),
]

/** `follow-up` → `closed`: both points were held, or given up with a reason. */
export const closeGuards: readonly Guard[] = [
  guard('follow-up-not-held', ({ dossier }) =>
    (['m6', 'm12'] as const)
      .filter((id) => {
        const point = meeting(dossier, id)
        return point?.held !== true && (point?.waivedReason ?? '').trim().length === 0
      })
      .map((id) => ({
        details: { month: id === 'm6' ? 6 : 12 },
        target: { page: 'follow-up' as const, entry: `meeting/${id}` },
        who: ['advisor'] as const,
      })),
  ),
]
