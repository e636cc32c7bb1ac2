import type { Dimension } from '#src/questionnaire/questionnaire.ts'
import {
  applicableCriteria,
  applies,
  criterionAnswer,
  criterionComment,
  keyArguments,
  type Dossier,
} from '#src/accompaniment/dossier.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { guard, type Guard } from './guard.ts'

const meetingRoles = ['advisor', 'referent', 'team'] as const

/** The team took position everywhere it is concerned. */
export const positionedGuards: readonly Guard[] = [
  guard('criteria-unanswered', ({ questionnaire, dossier }) => {
    const criteria = applicableCriteria(questionnaire, dossier.structure.kinds)
    const open = criteria.filter(({ id }) => criterionAnswer(dossier, id) === undefined)
    const [first] = open
    return first === undefined
      ? []
      : [
          {
            details: { missing: open.length, of: criteria.length, label: first.title },
            target: { page: 'positioning', entry: `criterion/${first.id}` },
            who: meetingRoles,
          },
        ]
  }),
  guard('too-many-unknown', ({ questionnaire, dossier }) => {
    const concerned = applicableCriteria(questionnaire, dossier.structure.kinds).filter(
      ({ id }) => !isNotApplicable(dossier, id),
    )
    const unknown = concerned.filter(({ id }) => {
      const answer = criterionAnswer(dossier, id)
      return answer !== undefined && 'unknown' in answer
    })
    const [first] = unknown
    return first === undefined || 100 * unknown.length <= thresholds.unknownPercent * concerned.length
      ? []
      : [
          {
            details: {
              unknown: unknown.length,
              most: Math.floor((thresholds.unknownPercent * concerned.length) / 100),
              label: first.title,
            },
            target: { page: 'positioning', entry: `criterion/${first.id}` },
            who: meetingRoles,
          },
        ]
  }),
  guard('too-many-not-applicable', ({ questionnaire, dossier }) =>
    questionnaire.dimensions.flatMap((dimension) => {
      const own = dimension.criteria.filter((criterion) => applies(criterion, dossier.structure.kinds))
      const leftOut = own.filter(({ id }) => isNotApplicable(dossier, id))
      const [first] = leftOut
      return first === undefined || 100 * weight(leftOut) <= thresholds.notApplicablePercent * weight(own)
        ? []
        : [
            {
              details: { dimension: dimension.title, criteria: leftOut.length, label: first.title },
              target: { page: 'positioning' as const, entry: `criterion/${first.id}` },
              who: meetingRoles,
            },
          ]
    }),
  ),
]

/** Each ⚖ criterion that concerns the structure says how things stand, in words that name nobody. */
export const legalCommentsGuard: Guard = guard('legal-comments-missing', ({ questionnaire, dossier }) => {
  const bare = applicableCriteria(questionnaire, dossier.structure.kinds).filter(
    ({ id, legal }) =>
      legal && !isNotApplicable(dossier, id) && (criterionComment(dossier, id) ?? '').trim().length === 0,
  )
  const [first] = bare
  return first === undefined
    ? []
    : [
        {
          details: { missing: bare.length, label: first.title },
          target: { page: 'positioning', entry: `comment/${first.id}` },
          who: meetingRoles,
        },
      ]
})

/** What the team is proud of: examples where it stands high, and three to ten arguments. */
export const keyArgumentGuards: readonly Guard[] = [
  guard('examples-missing', ({ questionnaire, dossier }) => {
    const bare = applicableCriteria(questionnaire, dossier.structure.kinds).filter(({ id }) => {
      const answer = criterionAnswer(dossier, id)
      return (
        answer !== undefined && 'level' in answer && answer.level >= 3 && (answer.example ?? '').trim().length === 0
      )
    })
    const [first] = bare
    return first === undefined
      ? []
      : [
          {
            details: { missing: bare.length, label: first.title },
            target: { page: 'positioning', entry: `criterion/${first.id}` },
            who: meetingRoles,
          },
        ]
  }),
  guard('too-few-arguments', ({ dossier }) => {
    const chosen = keyArguments(dossier).length
    return chosen >= thresholds.fewestArguments
      ? []
      : [{ details: { chosen, fewest: thresholds.fewestArguments }, target: { page: 'arguments' }, who: meetingRoles }]
  }),
  guard('too-many-arguments', ({ dossier }) => {
    const chosen = keyArguments(dossier).length
    return chosen <= thresholds.mostArguments
      ? []
      : [{ details: { chosen, most: thresholds.mostArguments }, target: { page: 'arguments' }, who: meetingRoles }]
  }),
]

function isNotApplicable(dossier: Dossier, criterionId: string): boolean {
  const answer = criterionAnswer(dossier, criterionId)
  return answer !== undefined && 'notApplicable' in answer
}

function weight(criteria: Dimension['criteria']): number {
  return criteria.reduce((sum, criterion) => sum + criterion.weight, 0)
}
