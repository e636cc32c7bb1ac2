import { framing, meeting } from '#src/accompaniment/dossier.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { condition, guard, type Guard } from './guard.ts'

const advisor = ['advisor'] as const

/** `framing` → `awareness`: the charter is accepted, someone in the structure answers for the subject. */
export const startAwarenessGuards: readonly Guard[] = [
  condition('confidentiality-not-accepted', ({ dossier }) => framing(dossier, 'confidentiality') === true, {
    target: { page: 'framing', entry: 'framing/confidentiality' },
    who: advisor,
  }),
  condition('lead-person-missing', ({ dossier }) => framing(dossier, 'lead-person') !== undefined, {
    target: { page: 'framing', entry: 'framing/lead-person' },
    who: advisor,
  }),
]

/**
 * `awareness` → `perception`: the window is open, to at least ten people, the information displayed (the window does
 * not open without it). With fewer, the step is skipped with a reason.
 */
export const startPerceptionGuards: readonly Guard[] = [
  guard('survey-not-opened', ({ dossier: { survey } }) =>
    survey !== undefined && survey.invited >= thresholds.fewestInvited
      ? []
      : [{ details: { fewest: thresholds.fewestInvited }, target: { page: 'perception' }, who: advisor }],
  ),
]

/** `perception` → `audit`: the window is closed. From `awareness`, an open window forbids to skip it. */
export const surveyClosedGuards: readonly Guard[] = [
  condition('survey-still-open', ({ dossier: { survey } }) => survey?.status !== 'open', {
    target: { page: 'perception' },
    who: advisor,
  }),
]

/** `restitution` → `planning`: the direction heard the results, and this is written. */
export const managementGuards: readonly Guard[] = [
  condition('management-not-present', ({ dossier }) => meeting(dossier, 'restitution')?.managementPresent === true, {
    target: { page: 'restitution', entry: 'meeting/restitution' },
    who: advisor,
  }),
]
