import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { isRecord } from '#src/shared/json.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { readCatalogue, usableVersions } from '#server/questionnaires/catalogue.ts'
import { readJsonText } from '#server/questionnaires/files/json-file.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import type { CommandProblem } from './outcome.ts'

export type ReadSheet = { readonly questionnaire: Questionnaire; readonly sha256: string; readonly sheet: AnswerSheet }

/**
 * An answer sheet from a file and the questionnaire it answers, from a folder (the project's by default).
 *
 * Where the sheet's own questionnaire is there but unusable, its faults are the refusal: "unknown" would be a lie.
 */
export async function readSheet(
  file: string,
  directory = projectQuestionnaires,
): Promise<Result<ReadSheet, readonly CommandProblem[]>> {
  const text = await readJsonText(file)

  if (!text.ok) return text

  const { json, duplicates } = text.value

  const catalogue = await readCatalogue(directory).catch(() => undefined)

  if (catalogue === undefined) return refused([{ code: 'file-unreadable', path: '', details: { value: directory } }])

  const wanted = isRecord(json) ? json['questionnaire'] : undefined
  const unusable = catalogue.find(({ source, loaded }) => !loaded && source.place.named === wanted)

  if (unusable !== undefined) return refused([...duplicates, ...unusable.faults])

  const questionnaires = usableVersions(catalogue)
  const sheet = parseAnswerSheet(json, questionnaires)

  if (!sheet.ok) return refused([...duplicates, ...sheet.problem])
  if (duplicates.length > 0) return refused(duplicates)

  const loaded = questionnaires.get(sheet.value.questionnaire)

  if (loaded === undefined) throw new Error('a parsed sheet answers a questionnaire that is not loaded')

  return ok({ ...loaded, sheet: sheet.value })
}
