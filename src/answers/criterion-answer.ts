import type { Level } from '#src/questionnaire/questionnaire.ts'
import { ownValue } from '#src/shared/own-value.ts'
import type { CriterionAnswer } from './answer-sheet.ts'
import { addFault, type Faults, isPlainObject, present, readKey, readObject, readText, textRules } from './reading.ts'

/** The shortest reason that can say why a criterion does not apply, in characters, blanks around it not counted. */
const shortestReason = 3

const answerKeys = ['level', 'unknown', 'notApplicable'] as const
const plainKeys = { required: [], optional: [...answerKeys, 'example'] }
const reasonedKeys = { required: [], optional: [...answerKeys, 'example', 'reason'] }

/**
 * Exactly one of a level, "unknown" or "not applicable" (scoring rules, §1). An example is welcome with each; a reason
 * belongs to "not applicable" alone, and must be there. `unknown` and `notApplicable` are true or absent: false says
 * nothing that an absent key does not, and is refused as a wrong type.
 */
export function readCriterionAnswer(value: unknown, path: string, faults: Faults): CriterionAnswer | undefined {
  if (!isPlainObject(value)) return addFault(faults, 'wrong-type', path)

  readObject(value, path, ownValue(value, 'notApplicable') === undefined ? plainKeys : reasonedKeys, faults)

  const example = readKey(value, 'example', path, (text, at) => readText(text, at, textRules.text, faults))
  const level = readKey(value, 'level', path, (entry, at) => readLevel(entry, at, faults))
  const unknown = readKey(value, 'unknown', path, (entry, at) => readTrue(entry, at, faults))
  const notApplicable = readKey(value, 'notApplicable', path, (entry, at) => readTrue(entry, at, faults))

  const given = answerKeys.filter((key) => ownValue(value, key) !== undefined)
  if (given.length === 0) return addFault(faults, 'missing-key', path)
  if (given.length > 1 && given.filter((key) => ownValue(value, key) !== false).length > 1) {
    return addFault(faults, 'several-answers', path)
  }

  if (level !== undefined) return present({ level, example })
  if (unknown !== undefined) return present({ unknown, example })
  if (notApplicable === undefined) return undefined

  const reason = readReason(value, path, faults)

  return reason === undefined ? undefined : present({ notApplicable, reason, example })
}

function readLevel(value: unknown, path: string, faults: Faults): Level | undefined {
  if (typeof value !== 'number') return addFault(faults, 'wrong-type', path)

  return value === 1 || value === 2 || value === 3 || value === 4
    ? value
    : addFault(faults, 'level-out-of-range', path, { min: 1, max: 4 })
}

function readTrue(value: unknown, path: string, faults: Faults): true | undefined {
  return value === true ? value : addFault(faults, 'wrong-type', path)
}

function readReason(holder: Readonly<Record<string, unknown>>, path: string, faults: Faults): string | undefined {
  const at = `${path}/reason`
  const given = ownValue(holder, 'reason')

  if (given === undefined) return addFault(faults, 'reason-missing', at, { min: shortestReason })

  const reason = readText(given, at, textRules.text, faults)

  return reason === undefined || [...reason.trim()].length >= shortestReason
    ? reason
    : addFault(faults, 'reason-missing', at, { min: shortestReason })
}
