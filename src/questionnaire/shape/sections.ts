import { isRecord } from '#src/shared/json.ts'
import { knownKeys } from './known-keys.ts'

/**
 * Sets apart the sections a method adds at the top (`quiz`, `perception`…): any other key that holds an array or an
 * object. A key with a bare value is no section and stays, to be refused as unknown.
 */
export function splitSections(json: unknown): {
  readonly known: unknown
  readonly sections?: Readonly<Record<string, unknown>>
} {
  if (!isRecord(json)) return { known: json }

  const entries = Object.entries(json)
  const sections = entries.filter(([key, value]) => !knownKeys.has(key) && isSection(key, value))

  if (sections.length === 0) return { known: json }

  return {
    known: Object.fromEntries(entries.filter(([key, value]) => knownKeys.has(key) || !isSection(key, value))),
    sections: Object.fromEntries(sections),
  }
}

function isSection(key: string, value: unknown): boolean {
  return /^[a-z][A-Za-z0-9_-]*$/.test(key) && typeof value === 'object' && value !== null
}
