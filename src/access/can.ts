import { entryFamilies, type EntryFamily } from '#src/accompaniment/entry.ts'
import type { AccompanimentState, JourneyEvent, Role } from '#src/accompaniment/states.ts'

/**
 * Every permission within one accompaniment, in tables. A person outside it (or of another network) never reaches
 * these: they get 404 before. An advisor of the network is `advisor` in each of its accompaniments.
 */
export const actions = [
  'read',
  'read-history',
  'write',
  'add-proof',
  'remove-proof',
  'invite',
  'remove-person',
  'lead-meeting',
  'print-synthesis',
  'open-correction',
  'edit-structure',
  'lead-awareness',
  'send-meeting-notes',
] as const
export type Action = (typeof actions)[number]

export function can(role: Role, action: Action): boolean {
  return allowed[action].includes(role)
}

/** Who may make the journey move: the advisor, but the direction alone approves or sends back. */
export function canTrigger(role: Role, event: JourneyEvent): boolean {
  return event === 'approve' || event === 'send-back' ? role === 'referent' : role === 'advisor'
}

/** Events that make no sense without a written reason. */
export function needsReason(event: JourneyEvent): boolean {
  return event === 'send-back' || event === 'skip-perception' || event === 'hold' || event === 'cancel'
}

/**
 * Whether a role may write an entry of this family at this moment. From `delivered` on, what was delivered is
 * read-only: only the life of the plan and the follow-up goes on, unless a correction is open.
 */
export function canWriteEntry(
  role: Role,
  family: EntryFamily,
  state: AccompanimentState,
  correctionOpen: boolean,
): boolean {
  if (!writers[family].includes(role)) return false
  if (state === 'cancelled' || state === 'on-hold' || state === 'closed') return false
  if (state === 'delivered' || state === 'follow-up') {
    return lifeOfPlan.includes(family) || correctionOpen
  }
  return true
}

export function entryFamily(key: string): EntryFamily | undefined {
  const family = key.split('/', 1)[0]
  return entryFamilies.find((known) => known === family)
}

/** Whether a role sees the entries of a family at all: an advisor's notes are theirs. */
export function canReadEntry(role: Role, family: EntryFamily): boolean {
  return family !== 'note' || role === 'advisor'
}

const lifeOfPlan: readonly EntryFamily[] = ['meeting', 'action', 'parked', 'task']

const everyone: readonly Role[] = ['advisor', 'referent', 'team', 'reader']
const doers: readonly Role[] = ['advisor', 'referent', 'team']
const leads: readonly Role[] = ['advisor', 'referent']

const allowed: Readonly<Record<Action, readonly Role[]>> = {
  read: everyone,
  'read-history': doers,
  write: doers,
  'add-proof': doers,
  'remove-proof': doers,
  invite: leads,
  'remove-person': leads,
  'lead-meeting': ['advisor'],
  'print-synthesis': leads,
  'open-correction': ['advisor'],
  'edit-structure': leads,
  'lead-awareness': ['advisor'],
  'send-meeting-notes': ['advisor'],
}

const writers: Readonly<Record<EntryFamily, readonly Role[]>> = {
  framing: ['advisor'],
  identity: leads,
  criterion: doers,
  indicator: doers,
  argument: doers,
  'arguments-order': doers,
  element: doers,
  action: doers,
  'plan-exception': doers,
  message: leads,
  consent: ['referent'],
  meeting: ['advisor'],
  comment: doers,
  note: ['advisor'],
  // Written with the level a live meeting agrees on, never by hand.
  spread: [],
  parked: doers,
  task: doers,
  'published-action': leads,
}
