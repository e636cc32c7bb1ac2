import { z } from 'zod'
import { publishableSchema, publishableSections } from './shape/schema.ts'

/** JSON Schema (2020-12) of `jalon/questionnaire@1`, made from the schemas the check itself uses. */
export function questionnaireJsonSchema(): Readonly<Record<string, unknown>> {
  const shape = publishableSchema.extend(
    Object.fromEntries(Object.entries(publishableSections).map(([key, section]) => [key, section.optional()])),
  )

  return {
    ...z.toJSONSchema(shape, { io: 'input' }),
    title: 'jalon/questionnaire@1',
    // Sections of other methods.
    additionalProperties: { type: ['array', 'object'] },
  }
}
