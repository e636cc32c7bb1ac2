import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'

/** Top keys that every method shares; any other that holds an array or an object is a section of its own. */
const known: Readonly<Record<Exclude<keyof Questionnaire, 'sections'>, true>> = {
  format: true,
  id: true,
  version: true,
  locale: true,
  title: true,
  overall: true,
  journey: true,
  dimensions: true,
  indicators: true,
  identity: true,
  elementLibrary: true,
  levelNames: true,
}

export const knownKeys: ReadonlySet<string> = new Set(Object.keys(known))
