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

const meetings = ['framing', 'awareness', 'audit-1', 'audit-2', 'restitution', 'plan'] as const
const followUps = ['m3', 'm6', 'm12'] as const
const consents = ['logo', 'practices'] as const

/** Raise a team's awareness, audit its practices stage by stage, set up a progress plan (dossier §2.2). */
export const practicesAudit: Journey = {
  id: 'practices-audit',
  version: 1,
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
  phases: [
    { phase: 'framing', states: ['requested', 'qualified', 'scheduled', 'framing'] },
    { phase: 'preparing', states: ['awareness', 'perception'] },
    { phase: 'building', states: ['audit', 'restitution', 'planning'] },
    { phase: 'delivering', states: ['review', 'delivered'] },
    { phase: 'following', states: ['follow-up', 'closed'] },
  ],
  guards: {
    qualify: qualifyGuards,
    schedule: frameGuards,
    'start-framing': scheduledGuards(meetings),
    'start-awareness': startAwarenessGuards,
    'start-perception': startPerceptionGuards,
    'skip-perception': surveyClosedGuards,
    'start-audit': surveyClosedGuards,
    'start-restitution': [...positionedGuards, legalCommentsGuard],
    'start-planning': managementGuards,
    'submit-for-review': [...planGuards, ...submitForReviewGuards],
    approve: approveGuards(consents),
    'start-follow-up': startFollowUpGuards(followUps),
    close: closeGuards(followUps),
  },
  bySystem: ['start-framing', 'start-perception', 'start-follow-up'],
  meetings,
  followUps,
  pageOfState: {
    requested: 'framing',
    qualified: 'framing',
    scheduled: 'framing',
    framing: 'framing',
    awareness: 'awareness',
    perception: 'perception',
    audit: 'positioning',
    restitution: 'restitution',
    planning: 'plan',
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
    'awareness',
    'perception',
    'positioning',
    'evidence',
    'restitution',
    'results',
    'plan',
    'synthesis',
    'follow-up',
  ],
  audiences: ['lcd-internal', 'lcd-public'],
  consents,
  positions: 'anonymous',
  confidential: true,
}
