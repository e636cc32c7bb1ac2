import { randomUUID } from 'node:crypto'
import type { Problem } from '#src/contract/problems.ts'
import { structureBody } from '#src/contract/structures.ts'
import type { Audience } from '#src/accompaniment/entry.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import type { Result } from '#src/shared/result.ts'
import { findAccount, type Account } from '#server/database/queries/accounts.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import { insertStructure } from '#server/database/queries/structures.ts'
import { transact } from '#server/database/unit-of-work.ts'
import { addPerson } from '#server/dossiers/add-person.ts'
import { newestVersion } from '#server/dossiers/newest-version.ts'
import { startAccompaniment } from '#server/dossiers/start-accompaniment.ts'
import { renderSynthesis } from '#server/jobs/render-synthesis.ts'
import type { Services } from '#server/services.ts'
import { printSynthesisNow } from '#server/use-cases/syntheses.ts'
import { triggerTransition } from '#server/use-cases/trigger-transition.ts'
import { exampleEntries, requestOf, type Calendar } from './example-entries.ts'
import type { ExampleStructure } from './example-file.ts'
import { answerExampleQuiz, answerExampleSurvey } from './example-awareness.ts'
import { addExampleProofs } from './example-proofs.ts'
import { saveExampleEntries } from './save-example-entries.ts'

/** Leads one structure from its request to the state the example shows, day by day as its journey was. */
export async function createExampleAccompaniment(
  services: Services,
  advisor: Account,
  example: ExampleStructure,
): Promise<void> {
  const today = services.clock()
  const calendar: Calendar = (days) => new Date(today.getTime() + days * 86_400_000)
  const at = (days: number): Services => ({ ...services, clock: () => calendar(days) })
  const dayOf = (state: string) => example.journey[state] ?? 0
  const { id, people } = await request(at(dayOf('requested')), advisor, example, calendar)
  const [referent] = people
  if (referent === undefined) throw new Error(`${example.structure.name} has no referent`)

  const journey = journeyOfMethod(services, example.method)
  const { states } = journey.chart
  const way = states.slice(0, states.indexOf('delivered'))
  for (const [index, from] of way.entries()) {
    const last = example.state === from
    const leftOn = last ? 0 : dayOf(way[index + 1] ?? 'delivered')
    const then = at(leftOn)
    for (const entries of exampleEntries(example, from, calendar)) {
      const author = entries.by === 'advisor' ? advisor : referent
      await saveExampleEntries(then, author, id, entries.values)
    }
    if (from === 'evidence' || from === 'audit') await addExampleProofs(then, referent, id, example, calendar)
    if (last) return
    if (from === 'awareness') {
      await answerExampleQuiz(then, advisor, id, example)
      // Opened, it leads to the next step by itself.
      await answerExampleSurvey(then, advisor, id, example)
    }
    const [event] = journey.chart.eventsFrom(from)
    // The system's moves happen by themselves.
    if (event === undefined || journey.bySystem.includes(event)) continue
    if (event === 'submit-for-review' && !(await printDrafts(then, advisor, id, journey.audiences))) return
    const body = { operationId: randomUUID(), event, from }
    expectDone(
      await triggerTransition(then, event === 'approve' ? referent : advisor, { id, body }),
      `${event} from ${from}`,
    )
  }
}

async function request(services: Services, advisor: Account, example: ExampleStructure, calendar: Calendar) {
  const now = services.clock()
  const { networkId } = advisor
  const made = await transact<{ readonly id: string; readonly userIds: readonly string[] }, Problem>(
    services.db,
    networkId,
    async (tx) => {
      const structure = structureBody.parse(example.structure)
      const structureId = await insertStructure(tx, { ...structure, networkId, isExample: true })
      const started = await startAccompaniment(services, tx, advisor, {
        structureId,
        method: example.method,
        request: requestOf(example, calendar),
        isExample: true,
        now,
      })
      if (!started.ok) return started

      const userIds: string[] = []
      for (const person of example.people) {
        const access = await findForSystem(tx, started.value.id)
        if (access === undefined) throw new Error('the example’s accompaniment is out of sight')
        const added = await addPerson(services, tx, { access, inviter: advisor, now }, person)
        if (!added.ok) return added
        userIds.push(added.value.userId)
      }
      return { ok: true, value: { id: started.value.id, userIds } }
    },
  )
  const { id, userIds } = expectDone(made, `the request of ${example.structure.name}`)
  const people = await Promise.all(userIds.map((userId) => findAccount(services.accountsDb, userId)))
  return { id, people: people.filter((person) => person !== undefined) }
}

function journeyOfMethod({ questionnaires }: Services, method: string) {
  const newest = newestVersion(questionnaires, method)
  if (newest === undefined) throw new Error(`the example’s questionnaire ${method} is not there`)
  return journeyOf(newest.questionnaire)
}

/**
 * The review needs drafts that can be read: they are printed here, since no worker runs yet. Where no browser prints, the
 * example stops before the review, and Jalon starts all the same.
 */
async function printDrafts(
  services: Services,
  advisor: Account,
  id: string,
  audiences: readonly Audience[],
): Promise<boolean> {
  try {
    for (const audience of audiences) {
      const body = { operationId: randomUUID(), audience }
      const draft = expectDone(await printSynthesisNow(services, advisor, { id, body }), 'the draft')
      await renderSynthesis(services, { networkId: advisor.networkId, id: draft.id })
    }
    return true
  } catch {
    services.log.warn('the synthesis of the example could not be printed')
    return false
  }
}

function expectDone<T>(result: Result<T, Problem>, what: string): T {
  if (!result.ok) throw new Error(`the example’s content was refused: ${what}: ${JSON.stringify(result.problem)}`)
  return result.value
}
