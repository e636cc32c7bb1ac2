import {
  managementGuards,
  startAwarenessGuards,
  startPerceptionGuards,
  surveyClosedGuards,
} from '#src/accompaniment/guards/awareness-guards.ts'
import {
  approveGuards,
  closeGuards,
  startFollowUpGuards,
  submitForReviewGuards,
} from '#src/accompaniment/guards/delivery-guards.ts'
import { frameGuards, qualifyGuards, scheduledGuards } from '#src/accompaniment/guards/framing-guards.ts'
import { legalCommentsGuard, positionedGuards } from '#src/accompaniment/guards/meeting-guards.ts'
import { planGuards } from '#src/accompaniment/guards/planning-guards.ts'
import { journeyChart } from './chart.ts'
import type { Journey } from './journey.ts'
import { outlines } from './outline.ts'

const outline = outlines['practices-audit']

/** Raise a team's awareness, audit its practices stage by stage, set up a progress plan. */
export const practicesAudit: Journey = {
  ...outline,
  chart: journeyChart('practices-audit', {
    requested: { qualify: 'qualified' },
    qualified: { schedule: 'scheduled' },
    scheduled: { 'start-framing': 'framing' },
    framing: { 'start-awareness': 'awareness' },
    awareness: { 'start-perception': 'perception', 'skip-perception': 'audit' },
    perception: { 'start-audit': 'audit' },
    audit: { 'start-restitution': 'restitution' },
    restitution: { 'start-planning': 'planning' },
    planning: { 'submit-for-review': 'review' },
    review: { approve: 'delivered', 'send-back': 'planning' },
    delivered: { 'start-follow-up': 'follow-up' },
    'follow-up': { close: 'closed' },
  }),
  guards: {
    qualify: qualifyGuards,
    schedule: frameGuards,
    'start-framing': scheduledGuards(outline.meetings),
    'start-awareness': startAwarenessGuards,
    'start-perception': startPerceptionGuards,
    'skip-perception': surveyClosedGuards,
    'start-audit': surveyClosedGuards,
    'start-restitution': [...positionedGuards, legalCommentsGuard],
    'start-planning': managementGuards,
    'submit-for-review': [...planGuards, ...submitForReviewGuards],
    approve: approveGuards(outline.consents),
    'start-follow-up': startFollowUpGuards(outline.followUps),
    close: closeGuards(outline.followUps),
  },
}
