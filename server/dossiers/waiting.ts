import { framing, meeting } from '#src/accompaniment/dossier.ts'
import type { GuardInput } from '#src/accompaniment/guards/guard.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import { nextSteps } from '#src/accompaniment/missing-steps.ts'
import type { PortfolioItem } from '#src/contract/portfolio.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import { listStale, storeWaiting } from '#server/database/queries/portfolio.ts'
import { lockAccompaniment, within, type Db } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import { loadDossier } from './load-dossier.ts'
import { localDay } from './today.ts'

export type Waiting = PortfolioItem['waiting']

/** What an accompaniment waits for: the first thing still missing before its next step, or that step itself. */
function waitingOf(input: GuardInput): Waiting {
  const { state } = input.dossier
  if (state === 'closed' || state === 'cancelled') return { group: 'done', code: state, details: {}, missing: 0 }
  if (state === 'on-hold') return { group: 'later', code: state, details: {}, missing: 0 }

  const [main] = nextSteps(input, 'advisor')
  if (main === undefined) return { group: 'done', code: state, details: {}, missing: 0 }

  const [first] = main.missing
  const byStructure = first === undefined ? main.event === 'approve' : !first.who.includes('advisor')
  return {
    group: isAwaitingDate(input) ? 'later' : byStructure ? 'structure' : 'advisor',
    code: first?.code ?? 'ready',
    details: first?.details ?? {},
    missing: main.missing.length,
    event: main.event,
  }
}

/**
 * Computes again what writes left stale. Writing marks; looking computes: a save never pays for the portfolio.
 * One transaction each, so that nobody's save waits for more than its own accompaniment.
 */
export async function refreshWaiting(services: Services, networkId: string): Promise<void> {
  for (;;) {
    const stale = await within(services.db, networkId, (tx) => listStale(tx, batch))
    for (const id of stale) await within(services.db, networkId, (tx) => refreshOne(services, tx, id))
    if (stale.length < batch) return
  }
}

const batch = 200

async function refreshOne(services: Services, tx: Db, id: string): Promise<void> {
  await lockAccompaniment(tx, id)
  const access = await findForSystem(tx, id)
  if (access === undefined) return

  const { input } = await loadDossier(services.questionnaires, tx, access, localDay(services.clock()))
  await storeWaiting(tx, id, { ...waitingOf(input), period: framing(input.dossier, 'period') ?? null })
}

/** Followed up, and the next point is still to come. */
function isAwaitingDate({ questionnaire, dossier, today }: GuardInput): boolean {
  if (dossier.state !== 'follow-up') return false
  const pending = journeyOf(questionnaire)
    .followUps.map((id) => meeting(dossier, id))
    .find((point) => point?.held !== true)
  return pending !== undefined && pending.waivedReason === undefined && pending.startsAt.slice(0, 10) > today
}
