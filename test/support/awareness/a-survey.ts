import { randomUUID } from 'node:crypto'
import type { PerceptionTickets } from '#src/contract/awareness.ts'
import type { Driven } from '#test/support/an-accompaniment.ts'
import { anAudit } from '#test/support/an-audit.ts'
import type { TestApp } from '#test/support/test-app.ts'
import { aQuestionnaireToRaiseAwareness, perceptionChoices } from './a-questionnaire-to-raise-awareness.ts'

export type Survey = Driven & { readonly tickets: readonly string[] }

/** An audit that stands where people are asked, its window open for so many, until the 20th of April. */
export async function aSurvey(app: TestApp, invited = 12): Promise<Survey> {
  const audit = await anAudit(app, aQuestionnaireToRaiseAwareness(), 'awareness')
  const { tickets } = await openWindow(audit, invited)
  return { ...audit, tickets }
}

export async function openWindow(
  { advisor, id }: Pick<Driven, 'advisor' | 'id'>,
  invited: number,
  until = '2026-04-20',
): Promise<PerceptionTickets> {
  const opened = await advisor.post(`/accompaniments/${id}/perception`, {
    operationId: randomUUID(),
    invited,
    until,
    informationDisplayed: true,
  })
  if (opened.status !== 201) throw new Error(`not opened: ${JSON.stringify(opened.body)}`)
  return opened.body as PerceptionTickets
}

/** Something to say on each item, picked by a number: each number gives its own. */
export function someAnswers(number: number): Readonly<Record<string, string>> {
  let rest = number
  return Object.fromEntries(
    Object.entries(perceptionChoices).map(([id, choices]) => {
      const choice = choices[rest % choices.length] ?? ''
      rest = Math.floor(rest / choices.length)
      return [id, choice]
    }),
  )
}

/** Each from a phone of their own. */
export async function answer(app: TestApp, ticket: string, answers: Readonly<Record<string, string>>) {
  return app.visitor().post('/perception/answers', { ticket, answers })
}
