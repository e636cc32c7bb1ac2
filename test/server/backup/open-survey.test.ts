import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aBackupOf, aRestored } from '#test/support/a-copy.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { answer, aSurvey, someAnswers } from '#test/support/awareness/a-survey.ts'
import { openTestApp } from '#test/support/test-app.ts'

test('a survey that was open goes on where it was restored, under the same secret', async () => {
  const questionnaire = aQuestionnaireToRaiseAwareness()
  const app = await openTestApp({ questionnaire })
  const { id, networkId, advisor, tickets } = await aSurvey(app)
  for (const [index, ticket] of tickets.slice(0, 5).entries()) await answer(app, ticket, someAnswers(index))

  const copy = await openTestApp({ questionnaire, database: await aRestored(await aBackupOf(app.connections)) })
  // A ticket that was used counts once, there as here.
  await answer(copy, tickets[0] ?? '', someAnswers(9))
  for (const [index, ticket] of tickets.slice(5, 8).entries())
    expect((await answer(copy, ticket, someAnswers(5 + index))).status).toBe(204)
  const { rows } = await sql<{ email: string }>`select email from users where id = ${advisor.userId}`.execute(
    copy.owner,
  )
  const again = await copy.signIn(networkId, { email: rows[0]?.email ?? '', standing: 'advisor' })
  const close = () => ({ operationId: randomUUID() })
  await again.post(`/accompaniments/${id}/perception/close`, close())
  for (const [index, ticket] of tickets.slice(5, 8).entries()) await answer(app, ticket, someAnswers(5 + index))
  await advisor.post(`/accompaniments/${id}/perception/close`, close())

  const results = (owner: typeof app.owner) => sql`select answered, results from perception_campaigns`.execute(owner)
  const [here, there] = [await results(app.owner), await results(copy.owner)]
  await copy.close()
  await app.close()
  expect(there.rows).toEqual(here.rows)
  expect(there.rows).toMatchObject([{ answered: 8 }])
})
