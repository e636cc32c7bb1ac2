import { readCatalogue, usableVersions, type LoadedQuestionnaire } from './catalogue.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { ContentError } from './content-error.ts'

/**
 * The versions the server works with, once all are found whole, coherent and, when published, unchanged.
 * Throws a ContentError with every fault otherwise: no accompaniment may rest on a questionnaire that moved.
 */
export async function loadVerifiedQuestionnaires(directory: string): Promise<ReadonlyMap<string, LoadedQuestionnaire>> {
  const catalogue = await readCatalogue(directory)
  const faults = await checkCatalogue(directory, catalogue)
  if (faults.length > 0) throw new ContentError(faults)

  return usableVersions(catalogue)
}
