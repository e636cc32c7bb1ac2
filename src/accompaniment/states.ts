/** States of an accompaniment, in the order of the journey (dossier §2.1); `on-hold` and `cancelled` stand beside it. */
export const journeyStates = [
  'requested',
  'qualified',
  'scheduled',
  'preparing',
  'arguments',
  'evidence',
  'planning',
  'drafting',
  'review',
  'delivered',
  'follow-up',
  'closed',
] as const
export const states = [...journeyStates, 'on-hold', 'cancelled'] as const

export type JourneyState = (typeof journeyStates)[number]
export type AccompanimentState = (typeof states)[number]

/** What moves an accompaniment. `send-back`, `hold` and `cancel` take a reason. */
export const journeyEvents = [
  'qualify',
  'schedule',
  'start-preparation',
  'start-arguments',
  'start-evidence',
  'start-planning',
  'start-drafting',
  'submit-for-review',
  'approve',
  'send-back',
  'start-follow-up',
  'close',
  'hold',
  'cancel',
  'resume',
] as const
export type JourneyEvent = (typeof journeyEvents)[number]

/** Steps grouped as the screens show them. */
export const phases = ['framing', 'preparing', 'building', 'delivering', 'following'] as const
export type Phase = (typeof phases)[number]

export const roles = ['advisor', 'referent', 'team', 'reader'] as const
export type Role = (typeof roles)[number]
