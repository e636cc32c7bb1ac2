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
import { outlines } from './outline.ts'

const outline = outlines['key-arguments']

/** Find what a structure is proud of, prove it, choose its progress. */
export const keyArguments: Journey = {
  ...outline,
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
  guards: {
    qualify: qualifyGuards,
    schedule: [...frameGuards, audienceGuard],
    'start-preparation': scheduledGuards(outline.meetings),
    'start-arguments': startArgumentsGuards,
    'start-evidence': [...positionedGuards, ...keyArgumentGuards],
    'start-planning': startPlanningGuards,
    'start-drafting': planGuards,
    'submit-for-review': submitForReviewGuards,
    approve: approveGuards(outline.consents),
    'start-follow-up': startFollowUpGuards(outline.followUps),
    close: closeGuards(outline.followUps),
  },
}
