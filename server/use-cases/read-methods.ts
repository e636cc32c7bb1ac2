import type { MethodView } from '#src/contract/methods.ts'
import { newestVersion } from '#server/dossiers/newest-version.ts'
import type { Services } from '#server/services.ts'

/** What an accompaniment may start with: the newest version of each questionnaire, those of the first journey first. */
export function readMethods({ questionnaires }: Services): readonly MethodView[] {
  const ids = new Set([...questionnaires.values()].map(({ questionnaire }) => questionnaire.id))
  return [...ids]
    .flatMap((id) => {
      const newest = newestVersion(questionnaires, id)?.questionnaire
      return newest === undefined ? [] : [newest]
    })
    .map(({ id, version, title, journey = 'key-arguments' }) => ({ id, version, title, journey }))
    .toSorted((a, b) => a.journey.localeCompare(b.journey) || a.title.localeCompare(b.title, 'fr'))
}
