import { type Kind, kinds } from '#src/questionnaire/questionnaire.ts'
import type { SheetStructure } from './answer-sheet.ts'
import {
  addFault,
  type Faults,
  present,
  readBoolean,
  readDistinctTexts,
  readFilledText,
  readKey,
  readObject,
  textRules,
} from './reading.ts'

/** Who answers. No kind at all, or a blank name, is as good as missing. */
export function readStructure(value: unknown, path: string, faults: Faults): SheetStructure | undefined {
  const keys = { required: ['name', 'kinds'], optional: ['siret', 'department', 'member'] }
  const holder = readObject(value, path, keys, faults)

  if (holder === undefined) return undefined

  const name = readKey(holder, 'name', path, (text, at) => readFilledText(text, at, textRules.line, faults))
  const siret = readKey(holder, 'siret', path, (text, at) => readMatching(text, at, isSiret, 'invalid-siret', faults))
  const known = readKey(holder, 'kinds', path, (list, at) => readKinds(list, at, faults))
  const department = readKey(holder, 'department', path, (text, at) =>
    readMatching(text, at, isDepartment, 'invalid-department', faults),
  )
  const member = readKey(holder, 'member', path, (entry, at) => readBoolean(entry, at, faults))

  return name === undefined || known === undefined
    ? undefined
    : present({ name, siret, kinds: known, department, member })
}

/** 14 digits with Luhn's check; an establishment of La Poste may have digits that sum to a multiple of 5 instead. */
export function isSiret(text: string): boolean {
  if (!/^[0-9]{14}$/.test(text)) return false

  return luhnSum(text) % 10 === 0 || (text.startsWith('356000000') && digitSum(text) % 5 === 0)
}

/** Two digits from 01 to 95, Corsica's 2A and 2B, and 971 to 976 overseas. */
export function isDepartment(text: string): boolean {
  return /^(?:0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])$/.test(text)
}

function readKinds(value: unknown, path: string, faults: Faults): readonly Kind[] | undefined {
  const listed = readDistinctTexts(value, path, Number.POSITIVE_INFINITY, faults, (entry, at) =>
    readMatching(entry, at, isKind, 'unknown-kind', faults),
  )

  if (Array.isArray(value) && value.length === 0) return addFault(faults, 'missing-key', path)

  return listed?.filter(isKind)
}

function isKind(text: string): text is Kind {
  return kinds.some((kind) => kind === text)
}

function readMatching(
  value: unknown,
  path: string,
  matches: (text: string) => boolean,
  code: 'invalid-siret' | 'invalid-department' | 'unknown-kind',
  faults: Faults,
): string | undefined {
  if (typeof value !== 'string') return addFault(faults, 'wrong-type', path)

  return matches(value) ? value : addFault(faults, code, path)
}

function luhnSum(digits: string): number {
  return [...digits].reduce((sum, digit, at) => {
    const value = Number(digit) * ((digits.length - at) % 2 === 0 ? 2 : 1)

    return sum + (value > 9 ? value - 9 : value)
  }, 0)
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0)
}
