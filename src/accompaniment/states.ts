/** Every state of every journey, in an order that suits them all; `on-hold` and `cancelled` stand beside. */
export const journeyStates = [
  'requested',
  'qualified',
  'scheduled',
  'preparing',
  'framing',
  'arguments',
  'evidence',
  'awareness',
  'perception',
  'audit',
  'restitution',
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

/** What moves an accompaniment. `send-back`, `skip-perception`, `hold` and `cancel` take a reason. */
export const journeyEvents = [
  'qualify',
  'schedule',
  'start-preparation',
  'start-framing',
  'start-arguments',
  'start-evidence',
  'start-awareness',
  'start-perception',
  'skip-perception',
  'start-audit',
  'start-restitution',
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
