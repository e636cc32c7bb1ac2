import { z } from 'zod'
import { checkText } from '#src/answers/answer-rules.ts'
import { isCalendarDay, isYear } from '#src/answers/calendar.ts'
import type { TextRule } from '#src/answers/reading.ts'
import type { FileProblemCode } from '#src/shared/problem.ts'
import { actionStatuses, audiences } from './entry.ts'
import { thresholds } from './thresholds.ts'

/**
 * Shapes of the entries that are the same whatever the questionnaire. Each refusal carries its code of the closed
 * catalogue in `params.code`; `entry-rules.ts` reads it back.
 */
function coded(code: FileProblemCode) {
  return { params: { code } }
}

/** Text by the rule of the answer sheets: NFC, no control characters; line breaks only where `lines` are allowed. */
function text(rule: TextRule) {
  return z.string().transform((value, context) => {
    const checked = checkText(value, rule)
    if (checked.ok) return checked.value
    for (const { code } of checked.problem) context.addIssue({ code: 'custom', ...coded(code) })
    return z.NEVER
  })
}

const line = (max: number) => text({ max, lines: 'one' })
const paragraph = (max: number) => text({ max, lines: 'many' })
const filled = <T extends z.ZodType<string>>(shape: T) =>
  shape.refine((value) => value.trim().length > 0, coded('empty-text'))

const day = z.string().refine(isCalendarDay, coded('invalid-date'))
const year = z.string().refine(isYear, coded('invalid-date'))
const number = z.number().refine((value) => Math.abs(value) <= 1e12, coded('number-out-of-range'))
const count = number.refine((value) => value >= 0, coded('number-out-of-range'))
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const factor = z.union([z.literal(1), z.literal(2), z.literal(3)])
const slug = line(80).refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value), coded('invalid-text'))

export const framingShapes = {
  request: z.strictObject({
    motive: z.enum(['recognition', 'esus', 'procurement', 'internal-project', 'other']),
    details: paragraph(500).optional(),
    neededBy: day.optional(),
  }),
  scope: z.enum(['entity', 'group']),
  period: year,
  audience: z.enum(audiences),
  'pricing-accepted': z.boolean(),
  membership: z.strictObject({ member: z.boolean(), checkedOn: day }),
  trigger: z.strictObject({
    trigger: z.enum(['prevention', 'incident', 'funder', 'other']),
    details: paragraph(500).optional(),
  }),
  confidentiality: z.boolean(),
  'lead-person': filled(line(80)),
  'sensitive-topics': filled(paragraph(1000)),
}

export const unavailableShape = z.strictObject({ unavailable: z.literal(true), reason: filled(line(200)) })

export const argumentShape = z.strictObject({
  criterion: slug,
  claim: line(120),
  indicators: z.array(slug).max(5).refine(isSet, coded('duplicate')),
  example: paragraph(2000).optional(),
})

export const orderShape = z.array(z.uuid()).max(50).refine(isSet, coded('duplicate'))

export const elementShape = z.strictObject({
  title: filled(line(120)),
  description: paragraph(2000).optional(),
  level: level.optional(),
  indicator: z
    .strictObject({
      label: filled(line(120)),
      unit: filled(line(20)),
      source: line(120).optional(),
      values: z
        .array(z.strictObject({ year, value: number }))
        .max(10)
        .refine((values) => isSet(values.map((value) => value.year)), coded('duplicate')),
    })
    .optional(),
})

export const actionShape = z
  .strictObject({
    title: filled(line(90)),
    description: paragraph(2000).optional(),
    origin: z.enum(['suggestion', 'practice', 'team', 'legal']),
    originId: line(80).optional(),
    criterion: slug.optional(),
    targetLevel: level.optional(),
    impact: factor,
    effort: factor,
    priorityOverride: z
      .strictObject({
        priority: z.enum(['P1', 'P2', 'P3']),
        reason: line(300).refine((value) => value.trim().length >= 3, coded('reason-missing')),
      })
      .optional(),
    owner: line(80).optional(),
    contributors: line(200).optional(),
    startOn: day.optional(),
    dueOn: day.optional(),
    firstStep: line(200).optional(),
    resources: paragraph(500).optional(),
    budgetEuros: count.optional(),
    help: z.enum(['none', 'network', 'training', 'funder', 'member']).optional(),
    indicator: slug.optional(),
    baseline: number.optional(),
    target: number.optional(),
    deliverable: line(200).optional(),
    status: z.enum(actionStatuses),
    progressPercent: z.int().min(0).max(100).optional(),
    statusReason: line(300).optional(),
    publishAsPractice: z.boolean().optional(),
  })
  .refine(
    (action) =>
      (action.status !== 'blocked' && action.status !== 'dropped') || (action.statusReason ?? '').trim().length >= 3,
    { ...coded('reason-missing'), path: ['statusReason'] },
  )

export const exceptionShape = paragraph(500).refine((value) => value.trim().length >= 3, coded('reason-missing'))

export const messageShape = filled(paragraph(900)).refine(
  (value) => value.trim().split(/\s+/u).length <= thresholds.messageWords,
  coded('text-too-long'),
)

export const meetingShape = z.strictObject({
  startsAt: z
    .string()
    .refine(
      (value) => /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(value) && isCalendarDay(value.slice(0, 10)),
      coded('invalid-date'),
    ),
  minutes: z.int().min(15).max(600),
  place: line(120).optional(),
  held: z.boolean().optional(),
  waivedReason: line(300).optional(),
  attendees: line(300).optional(),
  managementPresent: z.boolean().optional(),
  minutesByPart: z
    .record(line(80), z.int().min(1).max(300))
    .refine((parts) => Object.keys(parts).length <= 50)
    .optional(),
})

export const commentShape = filled(paragraph(2000))

const people = z.int().min(0).max(10_000)
export const spreadShape = z.strictObject({
  level1: people,
  level2: people,
  level3: people,
  level4: people,
  unknown: people,
  notApplicable: people,
  passed: people,
})

export const parkedShape = z.strictObject({
  text: filled(paragraph(500)),
  meeting: line(20),
  criterion: slug.optional(),
  settled: z.boolean().optional(),
})

export const taskShape = z.strictObject({
  text: filled(line(200)),
  meeting: line(20),
  owner: line(80).optional(),
  dueOn: day.optional(),
  done: z.boolean().optional(),
})

export const flagShape = z.boolean()

export { day as dayShape, line as lineShape, paragraph as paragraphShape, number as numberShape }

function isSet(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
