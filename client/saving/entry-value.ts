import type {
  ActionEntry,
  ArgumentEntry,
  ElementEntry,
  EntryValue,
  FramingValues,
  IndicatorEntry,
  MeetingEntry,
  ParkedEntry,
  TaskEntry,
} from '#src/accompaniment/entry.ts'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Spread } from '#src/room/room-events.ts'

/** The type of an entry's value, told by its key. */
export type ValueAt<K extends string> = K extends `framing/${infer Field}`
  ? Field extends keyof FramingValues
    ? FramingValues[Field]
    : never
  : K extends `criterion/${string}`
    ? CriterionAnswer
    : K extends `indicator/${string}`
      ? IndicatorEntry
      : K extends `argument/${string}`
        ? ArgumentEntry
        : K extends 'arguments-order'
          ? readonly string[]
          : K extends `element/${string}`
            ? ElementEntry
            : K extends `action/${string}`
              ? ActionEntry
              : K extends `meeting/${string}`
                ? MeetingEntry
                : K extends `parked/${string}`
                  ? ParkedEntry
                  : K extends `task/${string}`
                    ? TaskEntry
                    : K extends `spread/${string}`
                      ? Spread
                      : K extends `plan-exception/${string}` | `comment/${string}` | `note/${string}` | 'message'
                        ? string
                        : K extends `consent/${string}` | `published-action/${string}`
                          ? boolean
                          : K extends `identity/${string}`
                            ? string | number | boolean
                            : EntryValue

/** Reads a value by its key's family. The server validated it when it was saved: this is the one place that says so. */
export function valueAt<const K extends string>(_key: K, value: EntryValue | null | undefined): ValueAt<K> | undefined {
  return (value ?? undefined) as ValueAt<K> | undefined
}
