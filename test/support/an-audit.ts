import { randomUUID } from 'node:crypto'
import { practicesAudit } from '#src/accompaniment/journeys/practices-audit.ts'
import type { JourneyEvent, JourneyState } from '#src/accompaniment/states.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { driveNew, type Driven } from './an-accompaniment.ts'
import type { TestApp } from './test-app.ts'

/** An accompaniment whose questionnaire follows the audit of practices, led to `until` by doing what each step asks. */
export async function anAudit(
  app: TestApp,
  questionnaire: Questionnaire,
  until: JourneyState = 'requested',
): Promise<Driven> {
  const audit = await driveNew(app, questionnaire.id)
  const { states } = practicesAudit.chart
  for (const state of states.slice(0, states.indexOf(until))) await leaveAudit(app, audit, questionnaire, state)
  return audit
}

/** Does what a state asks, then moves on; the perception survey is skipped. */
export async function leaveAudit(
  app: TestApp,
  audit: Driven,
  questionnaire: Questionnaire,
  state: JourneyState,
): Promise<void> {
  // Time passes between two steps, as it does: what is printed after a change is newer than it.
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await work[state]?.(app, audit, questionnaire)
  const event = events[state]
  if (event === undefined) return
  const who = event === 'approve' ? audit.referent : audit.advisor
  const reason = event === 'skip-perception' ? 'Six personnes seulement' : undefined
  const moved = await audit.trigger(who, event, state, reason)
  if (moved.status !== 200) throw new Error(`${event} from ${state}: ${JSON.stringify(moved.body)}`)
}

/** `scheduled` and `delivered` are left by the system; `perception` is not gone through. */
const events: Readonly<Partial<Record<JourneyState, JourneyEvent>>> = {
  requested: 'qualify',
  qualified: 'schedule',
  framing: 'start-awareness',
  awareness: 'skip-perception',
  audit: 'start-restitution',
  restitution: 'start-planning',
  planning: 'submit-for-review',
  review: 'approve',
  'follow-up': 'close',
}

type Work = (app: TestApp, audit: Driven, questionnaire: Questionnaire) => Promise<void>

const meeting = (day: string) => ({ startsAt: `${day}T09:30`, minutes: 120 })

const work: Readonly<Partial<Record<JourneyState, Work>>> = {
  requested: (_, d) => d.save(d.advisor, 'framing/membership', { member: true, checkedOn: '2026-03-01' }),
  qualified: async (_, d) => {
    await d.save(d.advisor, 'framing/scope', 'entity')
    await d.save(d.advisor, 'framing/period', '2025')
    await d.save(d.advisor, 'framing/pricing-accepted', true)
  },
  scheduled: async (_, d) => {
    for (const [index, id] of practicesAudit.meetings.entries())
      await d.save(d.advisor, `meeting/${id}`, meeting(`2026-04-0${index + 1}`))
  },
  framing: async (_, d) => {
    await d.save(d.advisor, 'framing/trigger', { trigger: 'prevention' })
    await d.save(d.advisor, 'framing/confidentiality', true)
    await d.save(d.advisor, 'framing/lead-person', 'Responsable des ressources humaines')
  },
  audit: async (_, d, questionnaire) => {
    const criteria = questionnaire.dimensions.flatMap((dimension) => dimension.criteria)
    const firstLegal = criteria.find(({ legal }) => legal)
    for (const { id, legal, excludedFor } of criteria.filter(({ excludedFor: out }) => !out.includes('ACI'))) {
      const level = id === firstLegal?.id ? 1 : 3
      await d.save(d.referent, `criterion/${id}`, { level, example: 'Une procédure écrite.' })
      if (legal && !excludedFor.includes('ACI')) await d.save(d.referent, `comment/${id}`, 'Affiché au siège.')
    }
  },
  restitution: (_, d) =>
    d.save(d.advisor, 'meeting/restitution', { ...meeting('2026-04-05'), held: true, managementPresent: true }),
  planning: async (app, d, questionnaire) => {
    const criteria = questionnaire.dimensions.flatMap((dimension) => dimension.criteria)
    const firstLegal = criteria.find(({ legal }) => legal)
    const others = criteria.filter(({ id }) => id !== firstLegal?.id).slice(0, 2)
    for (const criterion of [...(firstLegal === undefined ? [] : [firstLegal]), ...others])
      await d.save(d.referent, `action/${randomUUID()}`, {
        title: 'Écrire la règle et la dire',
        origin: criterion.legal ? 'legal' : 'team',
        criterion: criterion.id,
        impact: 2,
        effort: 1,
        owner: 'Direction',
        dueOn: '2026-05-30',
        firstStep: 'En parler en équipe',
        deliverable: 'Une page affichée',
        status: 'todo',
      })
    await d.save(d.referent, 'message', 'Ici, chacun est accueilli pour ce qu’il sait faire.')
    for (const audience of practicesAudit.audiences) {
      const asked = await d.advisor.post(`/accompaniments/${d.id}/syntheses`, { operationId: randomUUID(), audience })
      if (asked.status !== 202) throw new Error(JSON.stringify(asked.body))
    }
    await app.runJobs()
  },
  review: async (_, d) => {
    for (const subject of practicesAudit.consents) await d.save(d.referent, `consent/${subject}`, true)
  },
  delivered: (_, d) => d.save(d.advisor, 'meeting/m3', meeting('2026-07-01')),
  'follow-up': async (_, d) => {
    await d.save(d.advisor, 'meeting/m3', { ...meeting('2026-07-01'), held: true })
    await d.save(d.advisor, 'meeting/m6', { ...meeting('2026-10-01'), held: true })
    await d.save(d.advisor, 'meeting/m12', { ...meeting('2027-04-01'), waivedReason: 'Départ de la direction' })
  },
}
