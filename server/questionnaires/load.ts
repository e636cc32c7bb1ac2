import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { readCatalogue, usableVersions } from './catalogue.ts'
import { ContentError } from './content-error.ts'

/** One version, ready to use, with the SHA-256 (hexadecimal) of its canonical text. */
export type LoadedQuestionnaire = { readonly questionnaire: Questionnaire; readonly sha256: string }

/**
 * All the questionnaires under a folder, by `id@version`: authored folders (`<id>/<version>/questionnaire.yaml`) and
 * canonical files (`<id>@<version>.json`).
 *
 * Content that cannot be used is a fault of the installation: a ContentError listing all of it.
 */
export async function loadQuestionnaires(directory: string): Promise<ReadonlyMap<string, LoadedQuestionnaire>> {
  const catalogue = await readCatalogue(directory)
  const faults = catalogue.flatMap((entry) => entry.faults)

  if (faults.length > 0) throw new ContentError(faults)

  return usableVersions(catalogue)
}
