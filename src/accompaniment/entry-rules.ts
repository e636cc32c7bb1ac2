import { z } from 'zod'
import { compileAnswerRules } from '#src/answers/answer-rules.ts'
import { isYear } from '#src/answers/calendar.ts'
import type { IdentityField, Kind, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { pointer, type FileProblem, type FileProblemCode } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { applies } from './dossier.ts'
import type { ActionEntry, ArgumentEntry, EntryKey, EntryValue, ParkedEntry, TaskEntry } from './entry.ts'
import * as shapes from './entry-shapes.ts'
import { outlineOf } from './journeys/outline.ts'

export type EntryRules = {
  /** The value in its stored form (NFC), or every fault with its path. Unknown families, fields and ids are refused. */
  readonly check: (key: EntryKey, value: unknown) => Result<EntryValue, readonly FileProblem[]>
}

/**
 * The strict validator of everything written in an accompaniment, compiled from its questionnaire and the structure's
 * kinds, the same on both sides. Compile once per accompaniment and keep: a check costs microseconds.
 */
export function compileEntryRules(questionnaire: Questionnaire, kinds: readonly Kind[]): EntryRules {
  const answers = compileAnswerRules(questionnaire, kinds)
  const criteria = new Map(
    questionnaire.dimensions.flatMap((dimension) => dimension.criteria.map((criterion) => [criterion.id, criterion])),
  )
  const indicators = new Map(questionnaire.indicators.map((indicator) => [indicator.id, indicator]))
  const identity = new Map((questionnaire.identity ?? []).map((field) => [field.id, identityShape(field)]))
  const dimensions = new Set(questionnaire.dimensions.map(({ id }) => id))
  const journey = outlineOf(questionnaire)
  const meetings = new Set([...journey.meetings, ...journey.followUps])

  const families: Readonly<Record<string, (rest: readonly string[], value: unknown) => Checked>> = {
    framing: ([field = '', ...more], value) => {
      const shape = more.length === 0 && Object.hasOwn(shapes.framingShapes, field) ? framingShape(field) : undefined
      if (shape === undefined) return unknownKey
      // A document that this journey does not make cannot be chosen.
      return field === 'audience' ? parse(z.enum(journey.audiences), value) : parse(shape, value)
    },
    identity: ([field = '', ...more], value) => {
      const shape = more.length === 0 ? identity.get(field) : undefined
      return shape === undefined ? unknownKey : parse(shape, value)
    },
    criterion: ([id = '', ...more], value) => (more.length > 0 ? unknownKey : answers.checkCriterionAnswer(id, value)),
    indicator: ([id = '', year = '', ...more], value) => {
      const indicator = indicators.get(id)
      if (indicator === undefined) return problem('unknown-indicator')
      if (more.length > 0 || !isYear(year)) return unknownKey
      if (!applies(indicator, kinds)) return problem('criterion-excluded')
      return checkIndicator(answers, id, value)
    },
    argument: ([id = '', ...more], value) => {
      if (more.length > 0 || !isUuid(id)) return unknownKey
      return followReferences(parse(shapes.argumentShape, value) as Checked<ArgumentEntry>, (argument) => [
        ...missingCriterion(argument.criterion),
        ...argument.indicators.flatMap((indicator, index) => missingIndicator(indicator, ['indicators', index])),
      ])
    },
    'arguments-order': (rest, value) => (rest.length > 0 ? unknownKey : parse(shapes.orderShape, value)),
    element: ([id = '', ...more], value) =>
      more.length > 0 || !isUuid(id) ? unknownKey : parse(shapes.elementShape, value),
    action: ([id = '', ...more], value) => {
      if (more.length > 0 || !isUuid(id)) return unknownKey
      return followReferences(parse(shapes.actionShape, value) as Checked<ActionEntry>, (action) => [
        ...(action.criterion === undefined ? [] : missingCriterion(action.criterion)),
        ...(action.indicator === undefined ? [] : missingIndicator(action.indicator, ['indicator'])),
      ])
    },
    'plan-exception': ([id = '', ...more], value) =>
      more.length > 0 || !dimensions.has(id) ? unknownKey : parse(shapes.exceptionShape, value),
    message: (rest, value) => (rest.length > 0 ? unknownKey : parse(shapes.messageShape, value)),
    consent: ([subject = '', ...more], value) =>
      more.length > 0 || !journey.consents.some((known) => known === subject)
        ? unknownKey
        : parse(shapes.flagShape, value),
    meeting: ([id = '', ...more], value) =>
      more.length > 0 || !meetings.has(id) ? unknownKey : parse(shapes.meetingShape, value),
    comment: ofCriterion(shapes.commentShape),
    note: ofCriterion(shapes.commentShape),
    spread: ofCriterion(shapes.spreadShape),
    parked: ([id = '', ...more], value) => {
      if (more.length > 0 || !isUuid(id)) return unknownKey
      return followReferences(parse(shapes.parkedShape, value) as Checked<ParkedEntry>, (parked) => [
        ...(parked.criterion === undefined ? [] : missingCriterion(parked.criterion)),
        ...missingMeeting(parked.meeting),
      ])
    },
    task: ([id = '', ...more], value) => {
      if (more.length > 0 || !isUuid(id)) return unknownKey
      return followReferences(parse(shapes.taskShape, value) as Checked<TaskEntry>, (task) =>
        missingMeeting(task.meeting),
      )
    },
    'published-action': ([id = '', ...more], value) =>
      more.length > 0 || !isUuid(id) ? unknownKey : parse(shapes.flagShape, value),
  }

  return {
    check: (key, value) => {
      const [family = '', ...rest] = key.split('/')
      const rule = Object.hasOwn(families, family) ? families[family] : undefined
      return rule === undefined ? unknownKey : rule(rest, value)
    },
  }

  function missingCriterion(id: string): readonly FileProblem[] {
    const criterion = criteria.get(id)
    if (criterion === undefined) return [{ code: 'unknown-criterion', path: pointer('criterion') }]
    return applies(criterion, kinds) ? [] : [{ code: 'criterion-excluded', path: pointer('criterion') }]
  }

  function ofCriterion(shape: z.ZodType) {
    return ([id = '', ...more]: readonly string[], value: unknown): Checked => {
      if (more.length > 0) return unknownKey
      const criterion = criteria.get(id)
      if (criterion === undefined) return problem('unknown-criterion')
      return applies(criterion, kinds) ? parse(shape, value) : problem('criterion-excluded')
    }
  }

  function missingMeeting(id: string): readonly FileProblem[] {
    return meetings.has(id) ? [] : [{ code: 'unknown-value', path: pointer('meeting') }]
  }

  function missingIndicator(id: string, path: readonly PropertyKey[]): readonly FileProblem[] {
    return indicators.has(id) ? [] : [{ code: 'unknown-indicator', path: pointer(...path) }]
  }
}

type Checked<T = EntryValue> = Result<T, readonly FileProblem[]>

const unknownKey = problem('unknown-key')

function problem(code: FileProblemCode): Checked<never> {
  return refused([{ code, path: '' }])
}

/** A measured value, with the scope it covers; or a fact said to be unavailable. */
function checkIndicator(answers: ReturnType<typeof compileAnswerRules>, id: string, value: unknown): Checked {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return answers.checkIndicatorValue(id, value)
  if (Object.hasOwn(value, 'unavailable')) return parse(shapes.unavailableShape, value)
  const { scope, proofs, ...measured } = value as Record<string, unknown>
  // Proofs of an accompaniment are rows of their own, never names written in a value.
  if (proofs !== undefined) return refused([{ code: 'unknown-key', path: pointer('proofs') }])
  const checked = answers.checkIndicatorValue(id, measured)
  if (scope === undefined || !checked.ok) return checked
  const named = parse(z.strictObject({ scope: shapes.lineShape(120) }), { scope })
  return named.ok ? ok({ ...checked.value, scope: (named.value as unknown as { scope: string }).scope }) : named
}

function framingShape(field: string): z.ZodType {
  return shapes.framingShapes[field as keyof typeof shapes.framingShapes]
}

function identityShape(field: IdentityField): z.ZodType {
  switch (field.type) {
    case 'text':
      return shapes.lineShape(field.maxLength ?? 200)
    case 'long-text':
      return shapes.paragraphShape(field.maxLength ?? 2000)
    case 'number':
      return shapes.numberShape
    case 'date':
      return shapes.dayShape
    case 'boolean':
      return z.boolean()
    case 'choice':
      return z.enum((field.choices ?? []).map(({ id }) => id))
  }
}

function followReferences<T extends EntryValue>(
  checked: Checked<T>,
  faults: (value: T) => readonly FileProblem[],
): Checked {
  if (!checked.ok) return checked
  const found = faults(checked.value)
  return found.length === 0 ? checked : refused(found)
}

function parse(shape: z.ZodType, value: unknown): Checked {
  const parsed = shape.safeParse(value)
  return parsed.success
    ? ok(parsed.data as EntryValue)
    : refused(parsed.error.issues.flatMap((issue) => problemsOf(issue, value)))
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): readonly FileProblem[] {
  const path = pointer(...issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'unknown-key', path: `${path}${pointer(key)}` }))
    case 'custom':
      return [{ code: (issue.params?.['code'] ?? 'wrong-type') as FileProblemCode, path }]
    case 'too_big':
    case 'too_small':
      return [{ code: issue.origin === 'array' ? 'too-many' : 'number-out-of-range', path }]
    case 'invalid_value':
      return [{ code: 'unknown-value', path }]
    case 'invalid_type':
      return [{ code: at(input, issue.path) === undefined ? 'missing-key' : 'wrong-type', path }]
    default:
      return [{ code: 'wrong-type', path }]
  }
}

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    input,
  )
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)
}
