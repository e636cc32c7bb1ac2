import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { ContentError } from './content-error.ts'
import { readCatalogue } from './catalogue.ts'

/** One version, ready to use, with the SHA-256 (hexadecimal) of its canonical text. */
export type LoadedQuestionnaire = { readonly questionnaire: Questionnaire; readonly sha256: string }

/**
 * All the questionnaires under a folder, by `id@version`: authored folders (`<id>/<version>/questionnaire.yaml`) and
 * canonical files (`<id>@<version>.json`).
 *
 * Content that does not hold together is a fault of the installation: a ContentError listing all of it.
 */
export async function loadQuestionnaires(directory: string): Promise<ReadonlyMap<string, LoadedQuestionnaire>> {
  const { loaded, faults } = await readCatalogue(directory)

  if (faults.length > 0) throw new ContentError(faults)

  return loaded
}
