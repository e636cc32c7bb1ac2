import { randomUUID } from 'node:crypto'
import type { JourneyEvent, JourneyState } from '#src/accompaniment/states.ts'
import { keyArguments } from '#src/accompaniment/journeys/key-arguments.ts'
import type { TestApp, Visitor } from './test-app.ts'

/** An accompaniment driven through the API, as its people would. */
export type Driven = {
  readonly id: string
  readonly networkId: string
  readonly advisor: Visitor
  readonly referent: Visitor
  readonly save: (who: Visitor, key: string, value: unknown) => Promise<void>
  readonly trigger: (who: Visitor, event: JourneyEvent, from: string, reason?: string) => ReturnType<Visitor['post']>
}

/** Made through the API, then led to `until` by doing what each step asks. */
export async function anAccompaniment(app: TestApp, until: JourneyState = 'requested'): Promise<Driven> {
  const made = await driveNew(app, 'utilite-sociale')
  const { states } = keyArguments.chart
  for (const state of states.slice(0, states.indexOf(until))) await leave(app, made, state)
  return made
}

/** An accompaniment just asked for, with an advisor and a referent who signed in. */
export async function driveNew(app: TestApp, method: string): Promise<Driven> {
  const networkId = await app.newNetwork()
  const tag = randomUUID().slice(0, 8)
  const advisor = await app.signIn(networkId, { email: `advisor-${tag}@example.org`, standing: 'advisor' })
  const created = await advisor.post('/accompaniments', {
    operationId: randomUUID(),
    structure: { name: `Les Ateliers ${tag}`, siret: '00000193300019', kinds: ['ACI'], city: 'Pantin' },
    method,
    motive: 'other',
    referent: { name: 'Nadia Belkacem', email: `referent-${tag}@example.org` },
  })
  if (created.status !== 201) throw new Error(`not created: ${JSON.stringify(created.body)}`)
  const id: string = created.body.id
  const referent = await app.signIn(networkId, { email: `referent-${tag}@example.org` })
  return {
    id,
    networkId,
    advisor,
    referent,
    save: (who, key, value) => save(who, id, key, value),
    trigger: (who, event, from, reason) =>
      who.post(`/accompaniments/${id}/transitions`, {
        operationId: randomUUID(),
        event,
        from,
        ...(reason === undefined ? {} : { reason }),
      }),
  }
}

async function save(who: Visitor, id: string, key: string, value: unknown): Promise<void> {
  const view = await who.get(`/accompaniments/${id}`)
  const baseRevision: number = view.body.entries[key]?.revision ?? 0
  const saved = await who.put(`/accompaniments/${id}/entries/${encodeURIComponent(key)}`, {
    operationId: randomUUID(),
    baseRevision,
    value,
  })
  if (saved.status !== 200) throw new Error(`${key} was not saved: ${JSON.stringify(saved.body)}`)
}

type Step = { readonly event?: JourneyEvent; readonly prepare: (app: TestApp, d: Driven) => Promise<void> }

const steps: Readonly<Partial<Record<JourneyState, Step>>> = {
  requested: {
    event: 'qualify',
    prepare: (_, d) => d.save(d.advisor, 'framing/membership', { member: true, checkedOn: '2026-03-01' }),
  },
  qualified: {
    event: 'schedule',
    prepare: async (_, d) => {
      await d.save(d.advisor, 'framing/scope', 'entity')
      await d.save(d.advisor, 'framing/period', '2025')
      await d.save(d.advisor, 'framing/audience', 'full')
      await d.save(d.advisor, 'framing/pricing-accepted', true)
    },
  },
  // The last date completes the guards, and the system moves it by itself.
  scheduled: {
    prepare: async (_, d) => {
      for (const meeting of ['1', '2', '3'])
        await d.save(d.advisor, `meeting/${meeting}`, { startsAt: `2026-04-0${meeting}T09:30`, minutes: 150 })
    },
  },
  preparing: {
    event: 'start-arguments',
    prepare: async (_, d) => {
      await d.save(d.referent, 'identity/forme', 'association')
      await d.save(d.referent, 'indicator/part/2025', { numerator: 31, denominator: 52, source: 'ASP' })
      await d.save(d.referent, 'indicator/nombre/2025', { value: 12, source: 'ASP' })
    },
  },
  arguments: {
    event: 'start-evidence',
    prepare: async (_, d) => {
      for (let index = 1; index <= 10; index++)
        await d.save(d.referent, `criterion/critere-${index}`, { level: 3, example: 'Un exemple concret.' })
      for (let index = 1; index <= 3; index++)
        await d.save(d.referent, `argument/${randomUUID()}`, {
          criterion: `critere-${index}`,
          claim: 'Nous le faisons bien',
          indicators: ['part'],
          example: 'Un exemple concret.',
        })
    },
  },
  evidence: { event: 'start-planning', prepare: async () => undefined },
  planning: {
    event: 'start-drafting',
    prepare: async (_, d) => {
      for (let index = 1; index <= 3; index++)
        await d.save(d.referent, `action/${randomUUID()}`, {
          title: 'Commencer quelque chose',
          origin: 'team',
          criterion: `critere-${index}`,
          impact: 2,
          effort: 1,
          owner: 'Direction',
          dueOn: '2026-09-30',
          firstStep: 'En parler en équipe',
          deliverable: 'Un compte rendu',
          status: 'todo',
        })
    },
  },
  drafting: {
    event: 'submit-for-review',
    prepare: async (app, d) => {
      await d.save(d.referent, 'message', 'Merci à toute l’équipe.')
      const asked = await d.advisor.post(`/accompaniments/${d.id}/syntheses`, {
        operationId: randomUUID(),
        audience: 'full',
      })
      if (asked.status !== 202) throw new Error(JSON.stringify(asked.body))
      await app.runJobs()
    },
  },
  review: {
    event: 'approve',
    prepare: async (_, d) => {
      for (const subject of ['logo', 'quotes', 'practices']) await d.save(d.referent, `consent/${subject}`, true)
    },
  },
  // The date of the first point is enough: the system moves it by itself.
  delivered: {
    prepare: (_, d) => d.save(d.advisor, 'meeting/m6', { startsAt: '2026-12-01T10:00', minutes: 45 }),
  },
  'follow-up': {
    event: 'close',
    prepare: async (_, d) => {
      await d.save(d.advisor, 'meeting/m6', { startsAt: '2026-12-01T10:00', minutes: 45, held: true })
      await d.save(d.advisor, 'meeting/m12', { startsAt: '2027-06-01T10:00', minutes: 45, waivedReason: 'Départ' })
    },
  },
  closed: { prepare: async () => undefined },
}

/** Does what a state asks, then moves on. */
export async function leave(app: TestApp, driven: Driven, state: JourneyState): Promise<void> {
  const step = steps[state]
  if (step === undefined) throw new Error(`${state} is not a state of this journey`)
  const { event, prepare } = step
  // Time passes between two steps, as it does: what is printed after a change is newer than it.
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await prepare(app, driven)
  if (event === undefined) return
  const who = event === 'approve' ? driven.referent : driven.advisor
  const moved = await driven.trigger(who, event, state)
  if (moved.status !== 200) throw new Error(`${event} from ${state}: ${JSON.stringify(moved.body)}`)
}
