import { readCatalogue, usableVersions, type LoadedQuestionnaire } from './catalogue.ts'
import { ContentError } from './content-error.ts'

export type { LoadedQuestionnaire } from './catalogue.ts'

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
