import { applies } from '#src/accompaniment/dossier.ts'
import type { Access } from '#server/database/queries/accompaniments.ts'
import { findEntryValue } from '#server/database/queries/entries.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { questionnaireOf, type Questionnaires } from '#server/dossiers/load-dossier.ts'

/** Whether something is there to support: a criterion or an indicator that applies, an element or an action written. */
export async function isProofTarget(
  questionnaires: Questionnaires,
  tx: Db,
  access: Access,
  target: string,
): Promise<boolean> {
  const { questionnaire } = questionnaireOf(questionnaires, access)
  const [family, id = '', year, ...more] = target.split('/')
  if (more.length > 0) return false
  switch (family) {
    case 'criterion':
      return (
        year === undefined &&
        questionnaire.dimensions.some(({ criteria }) =>
          criteria.some((criterion) => criterion.id === id && applies(criterion, access.kinds)),
        )
      )
    case 'indicator':
      return (
        /^(19|20)\d\d$/.test(year ?? '') &&
        questionnaire.indicators.some((indicator) => indicator.id === id && applies(indicator, access.kinds))
      )
    case 'element':
    case 'action':
      return year === undefined && (await findEntryValue(tx, access.id, target)) !== null
    default:
      return false
  }
}
