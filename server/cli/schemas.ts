import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { answerSheetSchema } from '#src/contract/public-formats/answer-sheet-schema.ts'
import { scoreSchema } from '#src/contract/public-formats/score-schema.ts'
import { questionnaireJsonSchema } from '#src/questionnaire/json-schema.ts'
import { ok } from '#src/shared/result.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import type { Outcome } from './outcome.ts'

/** JSON Schemas of the public formats, by file name, as they are committed. */
export function publicSchemas(): ReadonlyMap<string, string> {
  const schemas = [
    ['answer-sheet@1.schema.json', z.toJSONSchema(answerSheetSchema)],
    ['questionnaire@1.schema.json', questionnaireJsonSchema()],
    ['score@1.schema.json', z.toJSONSchema(scoreSchema)],
  ] as const

  return new Map(schemas.map(([name, schema]) => [name, `${JSON.stringify(schema, undefined, 2)}\n`]))
}

export const schemasDirectory = join(projectQuestionnaires, 'schemas')

/** `schemas`: writes the JSON Schemas of the public formats under `questionnaires/schemas`. */
export async function schemasCommand(): Promise<Outcome> {
  await mkdir(schemasDirectory, { recursive: true })
  await Promise.all([...publicSchemas()].map(([name, text]) => writeFile(join(schemasDirectory, name), text)))

  return ok('')
}
