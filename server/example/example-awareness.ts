import { randomUUID } from 'node:crypto'
import type { Problem } from '#src/contract/problems.ts'
import type { Perception, QuizCase } from '#src/questionnaire/sections/awareness.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import type { Result } from '#src/shared/result.ts'
import { closePerception } from '#server/awareness/perception/close-perception.ts'
import { openPerception } from '#server/awareness/perception/open-perception.ts'
import { sendPerception } from '#server/awareness/perception/send-perception.ts'
import { closeQuiz } from '#server/awareness/quiz/close-quiz-round.ts'
import { openQuiz } from '#server/awareness/quiz/open-quiz-round.ts'
import { sendQuiz } from '#server/awareness/quiz/send-quiz.ts'
import type { Account } from '#server/database/queries/accounts.ts'
import { newestVersion } from '#server/dossiers/newest-version.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'
import type { ExampleStructure } from './example-file.ts'

/** What the team did before its debate: the quiz, through the same door as everybody's phone. */
export async function answerExampleQuiz(
  services: Services,
  advisor: Account,
  id: string,
  example: ExampleStructure,
): Promise<void> {
  const { quizBefore } = example
  if (quizBefore === undefined) return
  const opened = expectDone(
    await openQuiz(services, advisor, { id, body: { operationId: randomUUID(), round: 'before' } }),
  )
  const code = opened.rounds.find(({ round }) => round === 'before')?.code
  const { quiz } = sectionsOf(services, example)
  for (let person = 0; person < quizBefore.people; person += 1) {
    const answers = Object.fromEntries(
      quiz.map((each, rank) => [
        each.id,
        optionOf(each, rank, person, quizBefore.right[each.id] ?? 0, quizBefore.people),
      ]),
    )
    expectDone(await sendQuiz(services, { code, submissionId: randomUUID(), answers }))
  }
  expectDone(await closeQuiz(services, advisor, { id, round: 'before', body: { operationId: randomUUID() } }))
}

/** The survey, opened: its journey goes on by itself. Its tickets are used, then it closes. */
export async function answerExampleSurvey(
  services: Services,
  advisor: Account,
  id: string,
  example: ExampleStructure,
): Promise<void> {
  const { survey } = example
  const { perception } = sectionsOf(services, example)
  if (survey === undefined || perception === undefined) return
  const until = localDay(new Date(services.clock().getTime() + 10 * 86_400_000))
  const body = { operationId: randomUUID(), invited: survey.invited, until, informationDisplayed: true }
  const { tickets } = expectDone(await openPerception(services, advisor, { id, body }))
  for (const [index, answers] of peopleOf(perception, survey.answers).entries())
    expectDone(await sendPerception(services, { ticket: tickets[index], answers }))
  expectDone(await closePerception(services, advisor, { id, body: { operationId: randomUUID() } }))
}

function sectionsOf({ questionnaires }: Services, { method }: ExampleStructure) {
  const newest = newestVersion(questionnaires, method)
  if (newest === undefined) throw new Error(`the example’s questionnaire ${method} is not there`)
  return awarenessSections(newest.questionnaire)
}

/** The right answer for so many people, starting from another person at each case; the others share the wrong ones. */
function optionOf(each: QuizCase, rank: number, person: number, right: number, people: number): string {
  const isRight = (person + rank * 5) % people < right
  const wrong = each.options.filter(({ id }) => id !== each.answer)
  return isRight ? each.answer : (wrong[(person + rank) % wrong.length]?.id ?? each.answer)
}

type GroupCounts = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

/** People as the counts of each item and group say, one row each: choices start from another person at each item. */
function peopleOf(perception: Perception, counts: GroupCounts): readonly Readonly<Record<string, string>>[] {
  const grouping = perception.items.find(({ kind }) => kind === 'group')
  const [first = {}] = Object.values(counts)
  return Object.entries(first).flatMap(([group, sizes]) => {
    const size = sizes.reduce((sum, count) => sum + count, 0)
    return Array.from({ length: size }, (_, person) => ({
      ...(grouping === undefined ? {} : { [grouping.id]: group }),
      ...Object.fromEntries(
        perception.items.flatMap((item, rank) => {
          const choices = (counts[item.id]?.[group] ?? []).flatMap((count, index) =>
            Array.from({ length: count }, () => item.choices[index]?.id ?? ''),
          )
          const choice = choices[(person + rank * 3) % Math.max(1, choices.length)]
          return choice === undefined ? [] : [[item.id, choice]]
        }),
      ),
    }))
  })
}

function expectDone<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(`the example’s answers were refused: ${JSON.stringify(result.problem)}`)
  return result.value
}
