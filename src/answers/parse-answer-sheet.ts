import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { type FileProblem, pointer } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { type AnswerRules, compileAnswerRules } from './answer-rules.ts'
import type { AnswerSheet, CriterionAnswer, IndicatorValue } from './answer-sheet.ts'
import { isYear } from './calendar.ts'
import { readCriterionAnswer } from './criterion-answer.ts'
import { readIndicatorValue, readProofs } from './indicator-entry.ts'
import {
  addFault,
  type Faults,
  isPlainObject,
  present,
  readKey,
  readList,
  readObject,
  readText,
  textRules,
} from './reading.ts'
import { readCustomElement, readDate, readKeyArgument, readSheetAction } from './sheet-parts.ts'
import { readStructure } from './structure-identity.ts'

const format = 'jalon/answer-sheet@1'
const mostKeyArguments = 10
const mostCustomElements = 5

const keys = {
  required: ['format', 'questionnaire', 'structure', 'period', 'answers'],
  optional: ['indicators', 'proofs', 'keyArguments', 'customElements', 'plan', 'audience'],
} as const

/**
 * Reads an answer sheet strictly: all the problems, each with its code and a JSON Pointer, or a sheet rebuilt from
 * checked parts alone, its texts in NFC. A missing key's path ends with the key. Where the questionnaire is unknown its
 * ids cannot be judged, but shapes still are; where the kinds are at fault nothing counts as excluded.
 *
 * @param questionnaires by `<id>@<version>`
 */
export function parseAnswerSheet(
  json: unknown,
  questionnaires: ReadonlyMap<string, { readonly questionnaire: Questionnaire }>,
): Result<AnswerSheet, readonly FileProblem[]> {
  const faults: Faults = []
  const holder = readObject(json, '', keys, faults)

  if (holder === undefined) return refused(faults)

  const key = <T>(name: string, read: (value: unknown, path: string) => T | undefined) =>
    readKey(holder, name, '', read)

  key('format', (value, at) => readFormat(value, at, faults))
  const questionnaire = key('questionnaire', (value, at) => readVersion(value, at, questionnaires, faults))
  const structure = key('structure', (value, at) => readStructure(value, at, faults))
  const period = key('period', (value, at) => readDate(value, at, isYear, faults))
  const known = questionnaire === undefined ? undefined : questionnaires.get(questionnaire)?.questionnaire
  const rules = known && compileAnswerRules(known, faults.some(isAboutKinds) ? [] : (structure?.kinds ?? []))
  const criterion = (value: unknown, at: string) => readCriterionReference(value, at, rules, faults)
  const indicator = (value: unknown, at: string) => readIndicatorReference(value, at, rules, faults)

  const answers = key('answers', (value, at) =>
    readEntries(value, at, faults, (id, entry, path) => readAnswer(id, entry, path, rules, faults)),
  )
  const rest = present({
    indicators: key('indicators', (value, at) =>
      readEntries(value, at, faults, (id, entry, path) => readValue(id, entry, path, rules, faults)),
    ),
    proofs: key('proofs', (value, at) =>
      readEntries(value, at, faults, (id, entry, path) =>
        rules?.criterionFault(id) === 'unknown-criterion'
          ? addFault(faults, 'unknown-criterion', path)
          : readProofs(entry, path, faults),
      ),
    ),
    keyArguments: key('keyArguments', (value, at) =>
      readList(value, at, mostKeyArguments, faults, (entry, path) =>
        readKeyArgument(entry, path, { criterion, indicator }, faults),
      ),
    ),
    customElements: key('customElements', (value, at) =>
      readList(value, at, mostCustomElements, faults, (entry, path) => readCustomElement(entry, path, faults)),
    ),
    plan: key('plan', (value, at) =>
      readList(value, at, Number.POSITIVE_INFINITY, faults, (entry, path) =>
        readSheetAction(entry, path, criterion, faults),
      ),
    ),
    audience: key('audience', (value, at) => readText(value, at, textRules.line, faults)),
  })

  if (faults.length > 0 || questionnaire === undefined || structure === undefined) return refused(faults)
  if (period === undefined || answers === undefined) return refused(faults)

  return ok({ format, questionnaire, structure, period, answers, ...rest })
}

function readFormat(value: unknown, path: string, faults: Faults): string | undefined {
  if (typeof value !== 'string') return addFault(faults, 'wrong-type', path)

  return value === format ? value : addFault(faults, 'wrong-format', path)
}

function readVersion(
  value: unknown,
  path: string,
  questionnaires: ReadonlyMap<string, unknown>,
  faults: Faults,
): string | undefined {
  if (typeof value !== 'string') return addFault(faults, 'wrong-type', path)

  return questionnaires.has(value) ? value : addFault(faults, 'unknown-questionnaire', path)
}

function isAboutKinds({ path }: FileProblem): boolean {
  return path === '/structure/kinds' || path.startsWith('/structure/kinds/')
}

function readEntries<T>(
  value: unknown,
  path: string,
  faults: Faults,
  read: (id: string, entry: unknown, path: string) => T | undefined,
): Readonly<Record<string, T>> | undefined {
  if (!isPlainObject(value)) return addFault(faults, 'wrong-type', path)

  return Object.fromEntries(
    Object.entries(value).flatMap(([id, entry]): [string, T][] => {
      const kept = read(id, entry, path + pointer(id))

      return kept === undefined ? [] : [[id, kept]]
    }),
  )
}

function readAnswer(
  id: string,
  value: unknown,
  path: string,
  rules: AnswerRules | undefined,
  faults: Faults,
): CriterionAnswer | undefined {
  const fault = rules?.criterionFault(id)

  return fault === undefined ? readCriterionAnswer(value, path, faults) : addFault(faults, fault, path)
}

function readValue(
  id: string,
  value: unknown,
  path: string,
  rules: AnswerRules | undefined,
  faults: Faults,
): IndicatorValue | undefined {
  const indicator = rules === undefined ? assumedIndicator(value) : rules.indicator(id)

  return indicator === undefined
    ? addFault(faults, 'unknown-indicator', path)
    : readIndicatorValue(indicator, value, path, faults)
}

/** Stands in for an indicator of an unknown questionnaire: whichever calculation the value seems to follow. */
function assumedIndicator(value: unknown) {
  const calculation = isPlainObject(value) && Object.hasOwn(value, 'value') ? 'number' : 'ratio'

  return { calculation, unit: '', bounds: {}, factor: 1 } as const
}

function readCriterionReference(
  value: unknown,
  path: string,
  rules: AnswerRules | undefined,
  faults: Faults,
): string | undefined {
  const id = readText(value, path, textRules.line, faults)
  const fault = id === undefined ? undefined : rules?.criterionFault(id)

  return fault === undefined ? id : addFault(faults, fault, path)
}

function readIndicatorReference(
  value: unknown,
  path: string,
  rules: AnswerRules | undefined,
  faults: Faults,
): string | undefined {
  const id = readText(value, path, textRules.line, faults)

  return id === undefined || rules === undefined || rules.indicator(id) !== undefined
    ? id
    : addFault(faults, 'unknown-indicator', path)
}
