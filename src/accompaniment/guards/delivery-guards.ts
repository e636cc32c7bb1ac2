import { meeting } from '#src/accompaniment/dossier.ts'
import type { FollowUp } from '#src/accompaniment/entry.ts'
import { condition, guard, type Guard } from './guard.ts'

/** Into `review`: everything the document holds is there, and a draft of it can be read. */
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
export const approveGuards = (consents: readonly string[]): readonly Guard[] => [
  guard('consent-unanswered', ({ dossier }) =>
    consents
      .filter((subject) => !dossier.entries.has(`consent/${subject}`))
      .map((subject) => ({
        details: { subject },
        target: { page: 'synthesis' as const, entry: `consent/${subject}` },
        who: ['referent'] as const,
      })),
  ),
]

/** `delivered` → `follow-up`: the first point has its date. */
export const startFollowUpGuards = ([first = 'm6']: readonly FollowUp[]): readonly Guard[] => [
  condition('follow-up-date-missing', ({ dossier }) => meeting(dossier, first) !== undefined, {
    target: { page: 'follow-up', entry: `meeting/${first}` },
    who: ['advisor'],
  }),
]

/** `follow-up` → `closed`: each point was held, or given up with a reason. */
export const closeGuards = (followUps: readonly FollowUp[]): readonly Guard[] => [
  guard('follow-up-not-held', ({ dossier }) =>
    followUps
      .filter((id) => {
        const point = meeting(dossier, id)
        return point?.held !== true && (point?.waivedReason ?? '').trim().length === 0
      })
      .map((id) => ({
        details: { month: Number(id.slice(1)) },
        target: { page: 'follow-up' as const, entry: `meeting/${id}` },
        who: ['advisor'] as const,
      })),
  ),
]
