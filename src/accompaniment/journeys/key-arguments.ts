import {
  audienceGuard,
  frameGuards,
  qualifyGuards,
  scheduledGuards,
  startArgumentsGuards,
} from '#src/accompaniment/guards/framing-guards.ts'
import {
  approveGuards,
  closeGuards,
  startFollowUpGuards,
  submitForReviewGuards,
} from '#src/accompaniment/guards/delivery-guards.ts'
import { startPlanningGuards } from '#src/accompaniment/guards/evidence-guards.ts'
import { keyArgumentGuards, positionedGuards } from '#src/accompaniment/guards/meeting-guards.ts'
import { planGuards } from '#src/accompaniment/guards/planning-guards.ts'
import { journeyChart } from './chart.ts'
import type { Journey } from './journey.ts'

const meetings = ['1', '2', '3'] as const
const followUps = ['m6', 'm12'] as const
const consents = ['logo', 'quotes', 'practices'] as const

/** Find what a structure is proud of, prove it, choose its progress (dossier §2.1). */
export const keyArguments: Journey = {
  id: 'key-arguments',
  version: 1,
  chart: journeyChart('key-arguments', {
    requested: { qualify: 'qualified' },
    qualified: { schedule: 'scheduled' },
    scheduled: { 'start-preparation': 'preparing' },
    preparing: { 'start-arguments': 'arguments' },
    arguments: { 'start-evidence': 'evidence' },
    evidence: { 'start-planning': 'planning' },
    planning: { 'start-drafting': 'drafting' },
    drafting: { 'submit-for-review': 'review' },
    review: { approve: 'delivered', 'send-back': 'drafting' },
    delivered: { 'start-follow-up': 'follow-up' },
    'follow-up': { close: 'closed' },
  }),
  phases: [
    { phase: 'framing', states: ['requested', 'qualified', 'scheduled'] },
    { phase: 'preparing', states: ['preparing'] },
    { phase: 'building', states: ['arguments', 'evidence', 'planning'] },
    { phase: 'delivering', states: ['drafting', 'review', 'delivered'] },
    { phase: 'following', states: ['follow-up', 'closed'] },
  ],
  guards: {
    qualify: qualifyGuards,
    schedule: [...frameGuards, audienceGuard],
    'start-preparation': scheduledGuards(meetings),
    'start-arguments': startArgumentsGuards,
    'start-evidence': [...positionedGuards, ...keyArgumentGuards],
    'start-planning': startPlanningGuards,
    'start-drafting': planGuards,
    'submit-for-review': submitForReviewGuards,
    approve: approveGuards(consents),
    'start-follow-up': startFollowUpGuards(followUps),
    close: closeGuards(followUps),
  },
  bySystem: ['start-preparation', 'start-follow-up'],
  meetings,
  followUps,
  pageOfState: {
    requested: 'framing',
    qualified: 'framing',
    scheduled: 'framing',
    preparing: 'preparation',
    arguments: 'positioning',
    evidence: 'evidence',
    planning: 'plan',
    drafting: 'synthesis',
    review: 'synthesis',
    delivered: 'synthesis',
    'follow-up': 'follow-up',
    closed: 'synthesis',
  },
  pages: [
    'home',
    'framing',
    'people',
    'preparation',
    'positioning',
    'arguments',
    'evidence',
    'results',
    'plan',
    'synthesis',
    'follow-up',
  ],
  audiences: ['full'],
  consents,
  positions: 'team-chooses',
  confidential: false,
}
