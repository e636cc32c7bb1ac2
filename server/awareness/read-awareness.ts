import { z } from 'zod'
import type { QuizResults } from '#src/anonymity/results.ts'
import type { PerceptionView } from '#src/contract/awareness.ts'
import { ok, refused } from '#src/shared/result.ts'
import type { Access } from '#server/database/queries/accompaniments.ts'
import { countQuizAnswers, listQuizRounds } from '#server/database/queries/awareness/quiz.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { closeIfOver } from './perception/close-perception.ts'
import { perceptionView } from './perception/perception-view.ts'
import { shownQuizResults } from './quiz/quiz-results-shown.ts'
import { sectionsOf } from './sections-of.ts'

/** What may be shown of a team's quiz and of its survey: the one source of screens, documents and exports. */
export async function loadAwareness(
  services: Services,
  tx: Db,
  access: Access,
): Promise<{ readonly quiz: QuizResults; readonly perception: PerceptionView }> {
  await closeIfOver(services, tx, access.id, localDay(services.clock()))
  const rounds = await listQuizRounds(tx, access.id)
  const counts = await countQuizAnswers(tx, services.awareness.secrets.boxOf('quiz', access.id))

  return { quiz: shownQuizResults(rounds, counts), perception: await perceptionView(tx, access.id) }
}

export const readPerception = onAccompaniment<object, PerceptionView>({
  name: 'read-perception',
  action: 'read',
  effect: 'reads',
  body: z.object({}),
  act: async ({ services, tx, access, today }) => {
    if (sectionsOf(services, access).perception === undefined) return refused({ code: 'not-found' })
    await closeIfOver(services, tx, access.id, today)
    return ok(await perceptionView(tx, access.id))
  },
})
