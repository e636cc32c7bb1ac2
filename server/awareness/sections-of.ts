import type { AwarenessSections } from '#src/questionnaire/sections/awareness.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import type { Access } from '#server/database/queries/accompaniments.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import type { Services } from '#server/services.ts'
import type { Asked } from './secrecy/choices.ts'

/** What the version pinned by an accompaniment says of awareness. */
export function sectionsOf({ questionnaires }: Pick<Services, 'questionnaires'>, access: Access): AwarenessSections {
  return awarenessSections(questionnaireOf(questionnaires, access).questionnaire)
}

export function askedInQuiz({ quiz }: Pick<AwarenessSections, 'quiz'>): readonly Asked[] {
  return quiz.map(({ id, options }) => ({ id, choices: options }))
}
