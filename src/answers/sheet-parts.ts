import type { CustomElement, KeyArgument, SheetAction } from './answer-sheet.ts'
import { isCalendarDay, isYear } from './calendar.ts'
import {
  addFault,
  type Faults,
  largestNumber,
  present,
  readBoolean,
  readDistinctTexts,
  readFilledText,
  readKey,
  readNumber,
  readObject,
  readText,
  textRules,
} from './reading.ts'

/** Reads a reference to a criterion or an indicator: the id, or undefined after saying why it is no such thing. */
export type ReadReference = (value: unknown, path: string) => string | undefined

/** A claim in the team's words about a criterion, with what shows it. A quotation needs its author's function. */
export function readKeyArgument(
  value: unknown,
  path: string,
  references: { readonly criterion: ReadReference; readonly indicator: ReadReference },
  faults: Faults,
): KeyArgument | undefined {
  const keys = { required: ['criterion', 'claim'], optional: ['indicators', 'quote'] }
  const holder = readObject(value, path, keys, faults)

  if (holder === undefined) return undefined

  const criterion = readKey(holder, 'criterion', path, references.criterion)
  const claim = readKey(holder, 'claim', path, (text, at) => readFilledText(text, at, textRules.claim, faults))
  const indicators = readKey(holder, 'indicators', path, (list, at) =>
    readDistinctTexts(list, at, Number.POSITIVE_INFINITY, faults, references.indicator),
  )
  const quote = readKey(holder, 'quote', path, (entry, at) => readQuote(entry, at, faults))

  return criterion === undefined || claim === undefined ? undefined : present({ criterion, claim, indicators, quote })
}

/** An element of the structure's own activity, outside every score. */
export function readCustomElement(value: unknown, path: string, faults: Faults): CustomElement | undefined {
  const holder = readObject(value, path, { required: ['title'], optional: ['description', 'indicator'] }, faults)

  if (holder === undefined) return undefined

  const title = readKey(holder, 'title', path, (text, at) => readFilledText(text, at, textRules.line, faults))
  const description = readKey(holder, 'description', path, (text, at) => readText(text, at, textRules.text, faults))
  const indicator = readKey(holder, 'indicator', path, (entry, at) => readElementIndicator(entry, at, faults))

  return title === undefined ? undefined : present({ title, description, indicator })
}

/** A line of the progress plan. Statuses are open: each tool that makes sheets has its own. */
export function readSheetAction(
  value: unknown,
  path: string,
  criterion: ReadReference,
  faults: Faults,
): SheetAction | undefined {
  const keys = { required: ['action'], optional: ['criterion', 'owner', 'due', 'status', 'successIndicator'] }
  const holder = readObject(value, path, keys, faults)

  if (holder === undefined) return undefined

  const line = (key: string) => readKey(holder, key, path, (text, at) => readText(text, at, textRules.line, faults))
  const action = readKey(holder, 'action', path, (text, at) => readFilledText(text, at, textRules.actionTitle, faults))
  const rest = {
    criterion: readKey(holder, 'criterion', path, criterion),
    owner: line('owner'),
    due: readKey(holder, 'due', path, (day, at) => readDate(day, at, isCalendarDay, faults)),
    status: line('status'),
    successIndicator: readKey(holder, 'successIndicator', path, (text, at) =>
      readText(text, at, textRules.text, faults),
    ),
  }

  return action === undefined ? undefined : present({ action, ...rest })
}

/** A day `YYYY-MM-DD` or a year `YYYY`, as `matches` says. */
export function readDate(
  value: unknown,
  path: string,
  matches: (text: string) => boolean,
  faults: Faults,
): string | undefined {
  if (typeof value !== 'string') return addFault(faults, 'wrong-type', path)

  return matches(value) ? value : addFault(faults, 'invalid-date', path)
}

function readQuote(value: unknown, path: string, faults: Faults): KeyArgument['quote'] {
  const holder = readObject(value, path, { required: ['text', 'role', 'consent'], optional: [] }, faults)

  if (holder === undefined) return undefined

  const text = readKey(holder, 'text', path, (entry, at) => readFilledText(entry, at, textRules.text, faults))
  const role = readKey(holder, 'role', path, (entry, at) => readFilledText(entry, at, textRules.line, faults))
  const consent = readKey(holder, 'consent', path, (entry, at) => readBoolean(entry, at, faults))

  return text === undefined || role === undefined || consent === undefined ? undefined : { text, role, consent }
}

function readElementIndicator(value: unknown, path: string, faults: Faults): CustomElement['indicator'] {
  const keys = { required: ['label', 'unit', 'value'], optional: ['period', 'source'] }
  const holder = readObject(value, path, keys, faults)

  if (holder === undefined) return undefined

  const label = readKey(holder, 'label', path, (text, at) => readFilledText(text, at, textRules.line, faults))
  const unit = readKey(holder, 'unit', path, (text, at) => readFilledText(text, at, textRules.line, faults))
  const figure = readKey(holder, 'value', path, (entry, at) => readNumber(entry, at, -largestNumber, faults))
  const period = readKey(holder, 'period', path, (year, at) => readDate(year, at, isYear, faults))
  const source = readKey(holder, 'source', path, (text, at) => readText(text, at, textRules.text, faults))

  return label === undefined || unit === undefined || figure === undefined
    ? undefined
    : present({ label, unit, value: figure, period, source })
}
