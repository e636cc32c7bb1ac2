import type { JourneyId, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { Journey } from './journey.ts'
import { keyArguments } from './key-arguments.ts'
import { practicesAudit } from './practices-audit.ts'

/** Every journey there is, by id. */
export const journeys: Readonly<Record<JourneyId, Journey>> = {
  'key-arguments': keyArguments,
  'practices-audit': practicesAudit,
}

/** The journey a questionnaire follows: the one it names, or the first there was. */
export function journeyOf({ journey }: Pick<Questionnaire, 'journey'>): Journey {
  return journeys[journey ?? 'key-arguments']
}
