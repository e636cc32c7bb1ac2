import { personalData } from '#src/privacy/named-person.ts'

/** What in a text may point at someone, in its own words, once each; without what was said to name nobody. */
export function doubts(text: string, accepted: readonly string[]): readonly string[] {
  const found = personalData(text).map(({ start, end }) => text.slice(start, end))
  return [...new Set(found)].filter((excerpt) => !accepted.includes(excerpt))
}
