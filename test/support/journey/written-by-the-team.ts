import { applies } from '#src/accompaniment/dossier.ts'
import type { Kind, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { Visitor } from './visitor.ts'

const kinds: readonly Kind[] = ['ACI']

/** What a team writes in hours, saved through its own session: the identity sheet and the facts of the year. */
export async function writePreparation(
  team: Visitor,
  accompanimentId: string,
  questionnaire: Questionnaire,
  period: string,
) {
  for (const field of questionnaire.identity ?? []) {
    if (!field.required) continue
    const [choice] = field.choices ?? []
    const value =
      field.type === 'number' ? 24 : (choice?.id ?? (field.id === 'annee-creation' ? '2009' : 'Pantin et ses voisins'))
    await team.save(accompanimentId, `identity/${field.id}`, value)
  }
  for (const indicator of questionnaire.indicators) {
    if (indicator.core !== true || !applies(indicator, kinds)) continue
    const figures = indicator.calculation === 'ratio' ? { numerator: 12, denominator: 40 } : { value: 12 }
    const isPossible =
      indicator.bounds.max === undefined || indicator.calculation === 'ratio' || indicator.bounds.max >= 12
    await team.save(
      accompanimentId,
      `indicator/${indicator.id}/${period}`,
      isPossible
        ? { ...figures, source: 'Registre de la structure', comment: 'Compté au 31 décembre.' }
        : { unavailable: true, reason: 'Compté dès l’an prochain' },
    )
  }
}

/** The levels of the criteria that the meeting has left, two and three in turn, each with its example. */
export async function positionTheRest(team: Visitor, accompanimentId: string, questionnaire: Questionnaire) {
  const view = await team.call<{ entries: Record<string, unknown> }>('GET', `/accompaniments/${accompanimentId}`)
  const criteria = questionnaire.dimensions
    .flatMap((dimension) => dimension.criteria)
    .filter((criterion) => applies(criterion, kinds))
  for (const [index, { id }] of criteria.entries()) {
    if (view.body.entries[`criterion/${id}`] !== undefined) continue
    await team.save(accompanimentId, `criterion/${id}`, {
      level: index % 2 === 0 ? 3 : 2,
      example: 'Nous le faisons avec chaque personne, et nous le notons.',
    })
  }
}
