import { z } from 'zod'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { AwarenessSections, Perception } from './awareness.ts'
import { sectionSchemas } from './section-schemas.ts'

const schemas = sectionSchemas(() => z.string())

/**
 * The awareness sections of a version, typed. A section that is absent or malformed (the check's business) is an empty
 * list or undefined: a bad quiz must never keep a sheet from being scored nor a page from opening.
 *
 * In the canonical form `perception` holds the items alone, `perceptionPage` what surrounds them and
 * `perceptionTranslations` the other languages.
 */
export function awarenessSections(questionnaire: Questionnaire): AwarenessSections {
  const sections = questionnaire.sections ?? {}
  const perception = perceptionOf(sections)
  const poster = schemas.poster.safeParse(sections['poster']).data
  const guidance = schemas.guidance.safeParse(sections['guidance']).data

  return {
    quiz: schemas.quiz.safeParse(sections['quiz']).data ?? [],
    ...(perception === undefined ? {} : { perception }),
    legalGrounds: schemas.legalGrounds.safeParse(sections['legalGrounds']).data ?? [],
    ...(guidance === undefined ? {} : { guidance }),
    ...(poster === undefined ? {} : { poster }),
    landmarks: schemas.landmarks.safeParse(sections['landmarks']).data ?? [],
    datedFacts: schemas.datedFacts.safeParse(sections['datedFacts']).data ?? [],
  }
}

/** Items without the page that informs people are no survey: nobody may be asked without it. */
function perceptionOf(sections: Readonly<Record<string, unknown>>): Perception | undefined {
  const items = schemas.perception.safeParse(sections['perception']).data
  const page = schemas.perceptionPage.safeParse(sections['perceptionPage']).data
  const translations = schemas.perceptionTranslations.safeParse(sections['perceptionTranslations']).data

  return items === undefined || items.length === 0 || page === undefined
    ? undefined
    : { ...page, items, ...(translations === undefined ? {} : { translations }) }
}
