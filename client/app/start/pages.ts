import type { ReactNode } from 'react'

/** A page's module: its component is the default export. */
export type PageLoader = () => Promise<{ readonly default: () => ReactNode }>

/** Pages that need no one signed in. */
export const openPages: Readonly<Record<string, PageLoader>> = {
  '/sign-in': () => import('#client/account/sign-in-page.tsx'),
  '/guidance': () => import('#client/guidance/guidance-page.tsx'),
  '/sign-in/$token': () => import('#client/account/confirm-page.tsx'),
}

/**
 * Pages of the signed-in, by path; those of an accompaniment carry the names of `src/accompaniment/missing-step.ts`.
 * A new page is one line here.
 */
export const memberPages: Readonly<Record<string, PageLoader>> = {
  '/': () => import('#client/home/home-page.tsx'),
  '/accompaniments/new': () => import('#client/accompaniment/new/new-accompaniment-page.tsx'),
  '/accompaniments/$id': () => import('#client/accompaniment/home/accompaniment-page.tsx'),
  '/accompaniments/$id/framing': () => import('#client/accompaniment/framing/framing-page.tsx'),
  '/accompaniments/$id/preparation': () => import('#client/accompaniment/preparation/preparation-page.tsx'),
  '/accompaniments/$id/positioning': () => import('#client/self-assessment/positioning-page.tsx'),
  '/accompaniments/$id/people': () => import('#client/accompaniment/people/people-page.tsx'),
  '/accompaniments/$id/meeting': () => import('#client/meeting/meeting-page.tsx'),
  '/accompaniments/$id/room': () => import('#client/meeting/room/room-page.tsx'),
  '/accompaniments/$id/awareness': () => import('#client/awareness/awareness-page.tsx'),
  '/accompaniments/$id/debate': () => import('#client/awareness/debate/debate-page.tsx'),
  '/accompaniments/$id/debate-notes': () => import('#client/awareness/debate/notes-page.tsx'),
  '/accompaniments/$id/law': () => import('#client/law/law-page.tsx'),
  '/accompaniments/$id/perception': () => import('#client/perception/perception-page.tsx'),
  '/accompaniments/$id/tickets': () => import('#client/perception/tickets-page.tsx'),
  '/accompaniments/$id/poster': () => import('#client/perception/poster-page.tsx'),
  '/accompaniments/$id/restitution': () => import('#client/restitution/restitution-page.tsx'),
  '/accompaniments/$id/wall': () => import('#client/restitution/wall-page.tsx'),
  '/accompaniments/$id/results': () => import('#client/results/results-page.tsx'),
  '/accompaniments/$id/arguments': () => import('#client/arguments/arguments-page.tsx'),
  '/accompaniments/$id/evidence': () => import('#client/evidence/evidence-page.tsx'),
  '/accompaniments/$id/plan': () => import('#client/plan/plan-page.tsx'),
  '/accompaniments/$id/synthesis': () => import('#client/synthesis/synthesis-page.tsx'),
  '/accompaniments/$id/follow-up': () => import('#client/follow-up/follow-up-page.tsx'),
  '/structures': () => import('#client/structures/structures-page.tsx'),
  '/practices': () => import('#client/practices/practices-page.tsx'),
  '/practices/new': () => import('#client/practices/new-practice-page.tsx'),
  '/account': () => import('#client/account/mine/my-account-page.tsx'),
  // The mail that confirms an address links here.
  '/account/address/$token': () => import('#client/account/mine/confirm-address-page.tsx'),
  '/outbox': () => import('#client/outbox/outbox-page.tsx'),
}
