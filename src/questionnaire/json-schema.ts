import { z } from 'zod'
import { publishableSchema } from './shape/schema.ts'

/** JSON Schema (2020-12) of `jalon/questionnaire@1`, made from the schema the check itself uses. */
export function questionnaireJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(publishableSchema, { io: 'input' }),
    title: 'jalon/questionnaire@1',
    // Sections of other methods (`quiz`, `perception`…).
    additionalProperties: { type: ['array', 'object'] },
  }
}
