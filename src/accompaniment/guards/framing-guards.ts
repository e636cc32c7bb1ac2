import { applies, framing, indicatorEntry, meeting } from '#src/accompaniment/dossier.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { condition, guard, type Guard } from './guard.ts'

const advisor = ['advisor'] as const
const structure = ['referent', 'team'] as const

/** `requested` → `qualified`: we know who asks. */
export const qualifyGuards: readonly Guard[] = [
  condition('structure-number-missing', ({ dossier }) => dossier.structure.siret !== undefined, {
    target: { page: 'framing', entry: 'structure' },
    who: advisor,
  }),
  condition('structure-kind-missing', ({ dossier }) => dossier.structure.kinds.length > 0, {
    target: { page: 'framing', entry: 'structure' },
    who: advisor,
  }),
  condition('membership-unchecked', ({ dossier }) => framing(dossier, 'membership') !== undefined, {
    target: { page: 'framing', entry: 'framing/membership' },
    who: advisor,
  }),
]

/** `qualified` → `scheduled`: the frame is agreed. */
export const frameGuards: readonly Guard[] = [
  condition('scope-missing', ({ dossier }) => framing(dossier, 'scope') !== undefined, {
    target: { page: 'framing', entry: 'framing/scope' },
    who: advisor,
  }),
  condition('period-missing', ({ dossier }) => framing(dossier, 'period') !== undefined, {
    target: { page: 'framing', entry: 'framing/period' },
    who: advisor,
  }),
  condition('referent-missing', ({ dossier }) => dossier.people.some(({ role }) => role === 'referent'), {
    target: { page: 'people' },
    who: advisor,
  }),
  condition('pricing-not-accepted', ({ dossier }) => framing(dossier, 'pricing-accepted') === true, {
    target: { page: 'framing', entry: 'framing/pricing-accepted' },
    who: advisor,
  }),
]

/** Whom the document is for, where there is a choice. */
export const audienceGuard: Guard = condition(
  'audience-missing',
  ({ dossier }) => framing(dossier, 'audience') !== undefined,
  { target: { page: 'framing', entry: 'framing/audience' }, who: advisor },
)

/** Out of `scheduled`: the dates of these meetings are set and the referent has been invited. */
export const scheduledGuards = (meetings: readonly string[]): readonly Guard[] => [
  guard('meeting-dates-missing', ({ dossier }) => {
    const missing = meetings.filter((id) => meeting(dossier, id) === undefined)
    return missing.length === 0
      ? []
      : [
          {
            details: { missing: missing.length },
            target: { page: 'framing', entry: `meeting/${missing[0]}` },
            who: advisor,
          },
        ]
  }),
  condition('invitation-not-sent', ({ dossier }) => dossier.invitationSent, {
    target: { page: 'people' },
    who: advisor,
  }),
]

/** `preparing` → `arguments`: the identity sheet is complete, half of the core facts are settled. */
export const startArgumentsGuards: readonly Guard[] = [
  guard('identity-incomplete', ({ questionnaire, dossier }) => {
    const missing = (questionnaire.identity ?? []).filter(
      (field) => field.required && isBlank(dossier.entries.get(`identity/${field.id}`)),
    )
    const [first] = missing
    return first === undefined
      ? []
      : [
          {
            details: { missing: missing.length, label: first.label },
            target: { page: 'preparation', entry: `identity/${first.id}` },
            who: structure,
          },
        ]
  }),
  guard('core-facts-missing', ({ questionnaire, dossier }) => {
    const period = framing(dossier, 'period') ?? ''
    const core = questionnaire.indicators.filter(
      (indicator) => indicator.core === true && applies(indicator, dossier.structure.kinds),
    )
    const open = core.filter(({ id }) => indicatorEntry(dossier, id, period) === undefined)
    const settled = core.length - open.length
    const needed = Math.ceil((core.length * thresholds.coreFactsPercent) / 100)
    const [first] = open
    return settled >= needed || first === undefined
      ? []
      : [
          {
            details: { settled, of: core.length, needed, label: first.label },
            target: { page: 'preparation', entry: `indicator/${first.id}/${period}` },
            who: structure,
          },
        ]
  }),
]

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
