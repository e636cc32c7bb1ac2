import { type FileProblem, type FileProblemCode, pointer, type ProblemDetails } from '#src/shared/problem.ts'
import { ownValue } from '#src/shared/own-value.ts'

/**
 * Reading a value of unknown shape: each function returns the value read, or undefined after adding why not to the
 * list. Nothing stops at the first problem. What is returned is always built anew from the parts that were checked.
 */
export type Faults = FileProblem[]

export type TextRule = {
  /** In characters (code points, so that an emoji counts once), after composition to NFC. */
  readonly max: number
  /** Line feeds and tabs belong to texts of many lines; every other control character is refused everywhere. */
  readonly lines: 'one' | 'many'
}

export const textRules = {
  line: { max: 2000, lines: 'one' },
  text: { max: 2000, lines: 'many' },
  claim: { max: 120, lines: 'one' },
  actionTitle: { max: 90, lines: 'one' },
} as const satisfies Record<string, TextRule>

/** Larger figures are typing mistakes, and would lose their units in a double. */
export const largestNumber = 1e12

/** Control characters, and surrogates without their other half: one pass over the text finds both. */
const refusedCharacter = { one: /[\p{Cc}\p{Cs}]/u, many: /[^\P{Cc}\n\t]|\p{Cs}/u } as const

/** What French is written with: composed already and free of controls, so one look spares two. */
const plainText = {
  one: /^[ -~\u00a0-\u02ff\u2013-\u2026\u20ac]*$/,
  many: /^[\n\t -~\u00a0-\u02ff\u2013-\u2026\u20ac]*$/,
} as const

export function addFault(faults: Faults, code: FileProblemCode, path: string, details?: ProblemDetails): undefined {
  faults.push(details === undefined ? { code, path } : { code, path, details })

  return undefined
}

/** A text composed to NFC, so that the same word typed on two machines is the same text. Blank is allowed. */
export function readText(value: unknown, path: string, rule: TextRule, faults: Faults): string | undefined {
  if (typeof value !== 'string') return addFault(faults, 'wrong-type', path)

  const plain = plainText[rule.lines].test(value)
  const text = plain ? value : value.normalize('NFC')
  const valid = plain || !refusedCharacter[rule.lines].test(text)
  const fits = isWithin(text, rule.max)

  if (!valid) addFault(faults, 'invalid-text', path)
  if (!fits) addFault(faults, 'text-too-long', path, { max: rule.max })

  return valid && fits ? text : undefined
}

/** A text that must say something: blank is as good as missing. */
export function readFilledText(value: unknown, path: string, rule: TextRule, faults: Faults): string | undefined {
  const text = readText(value, path, rule, faults)

  return text === undefined || text.trim() !== '' ? text : addFault(faults, 'missing-key', path)
}

/** A finite number of at most 1e12 on either side of 0, and at least `min`; -0 becomes 0. */
export function readNumber(value: unknown, path: string, min: number, faults: Faults): number | undefined {
  if (typeof value !== 'number') return addFault(faults, 'wrong-type', path)
  if (!Number.isFinite(value) || Math.abs(value) > largestNumber || value < min) {
    return addFault(faults, 'number-out-of-range', path)
  }

  return value + 0
}

export function readBoolean(value: unknown, path: string, faults: Faults): boolean | undefined {
  return typeof value === 'boolean' ? value : addFault(faults, 'wrong-type', path)
}

/** An object that came from JSON: neither null, nor an array, nor an instance of anything. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false

  const prototype: unknown = Object.getPrototypeOf(value)

  return prototype === Object.prototype || prototype === null
}

/** An object with no other keys than those known, and all the required ones. The keys' values are still to be read. */
export function readObject(
  value: unknown,
  path: string,
  keys: { readonly required: readonly string[]; readonly optional: readonly string[] },
  faults: Faults,
): Readonly<Record<string, unknown>> | undefined {
  if (!isPlainObject(value)) return addFault(faults, 'wrong-type', path)

  for (const key of Object.keys(value)) {
    if (!keys.required.includes(key) && !keys.optional.includes(key)) {
      addFault(faults, 'unknown-key', path + pointer(key))
    }
  }
  for (const key of keys.required) {
    if (ownValue(value, key) === undefined) addFault(faults, 'missing-key', path + pointer(key))
  }

  return value
}

/**
 * One key of an object: undefined where it is absent (which `readObject` has judged) or refused. A key that holds
 * undefined, which JSON cannot write, is absent.
 */
export function readKey<T>(
  holder: Readonly<Record<string, unknown>>,
  key: string,
  path: string,
  read: (value: unknown, path: string) => T | undefined,
): T | undefined {
  const value = ownValue(holder, key)

  return value === undefined ? undefined : read(value, path + pointer(key))
}

/**
 * A list of at most `max` entries, all read even where there are too many, so that every problem shows. An entry that
 * is refused is left out, and the list is refused with it.
 */
export function readList<T>(
  value: unknown,
  path: string,
  max: number,
  faults: Faults,
  read: (entry: unknown, path: string) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return addFault(faults, 'wrong-type', path)
  if (value.length > max) addFault(faults, 'too-many', path, { max, given: value.length })

  return Array.from(value, (entry: unknown, at) => read(entry, path + pointer(at))).filter(
    (entry) => entry !== undefined,
  )
}

/** The same, where an entry given twice is a mistake: each repetition is a problem of its own. */
export function readDistinctTexts(
  value: unknown,
  path: string,
  max: number,
  faults: Faults,
  read: (entry: unknown, path: string) => string | undefined,
): readonly string[] | undefined {
  const seen = new Set<string>()

  return readList(value, path, max, faults, (entry, entryPath) => {
    const text = read(entry, entryPath)

    if (text !== undefined && seen.has(text)) return addFault(faults, 'duplicate', entryPath)
    if (text !== undefined) seen.add(text)

    return text
  })
}

/** Leaves out the keys that hold undefined, so that what is absent stays absent. */
export function present<T extends object>(entries: T): Present<T> {
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) kept[key] = value

  return kept as Present<T>
}

type Present<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

function isWithin(text: string, max: number): boolean {
  if (text.length <= max) return true

  return text.length <= 2 * max && [...text].length <= max
}
