import type { LoadedQuestionnaire } from '#server/questionnaires/catalogue.ts'
import type { Questionnaires } from './load-dossier.ts'

/** The highest version of a questionnaire, compared number by number. */
export function newestVersion(questionnaires: Questionnaires, id: string): LoadedQuestionnaire | undefined {
  return [...questionnaires.values()]
    .filter(({ questionnaire }) => questionnaire.id === id)
    .toSorted((a, b) => b.questionnaire.version.localeCompare(a.questionnaire.version, 'en', { numeric: true }))[0]
}
