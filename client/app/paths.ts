import type { Page, StepTarget } from '#src/accompaniment/missing-step.ts'

/** Addresses of the application. Every link is made here, so that a page that moves is changed once. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  newAccompaniment: '/accompaniments/new',
  structures: '/structures',
  practices: '/practices',
  newPractice: '/practices/new',
  outbox: '/outbox',
  account: '/account',
  /** A page of an accompaniment; `entry` is the key of the field to stop at, carried by the fragment. */
  page: (accompanimentId: string, page: Page, entry?: string) => {
    const path = page === 'home' ? `/accompaniments/${accompanimentId}` : `/accompaniments/${accompanimentId}/${page}`
    return entry === undefined ? path : `${path}#${entry}`
  },
  /** The collective positioning, for the person who leads it. */
  meeting: (accompanimentId: string, criterionId?: string) =>
    `/accompaniments/${accompanimentId}/meeting${criterionId === undefined ? '' : `#criterion/${criterionId}`}`,
  meetingPreparation: (accompanimentId: string) => `/accompaniments/${accompanimentId}/meeting#preparation`,
  meetingClosing: (accompanimentId: string) => `/accompaniments/${accompanimentId}/meeting#closing`,
  /** The same criterion on the screen of the room. */
  room: (accompanimentId: string) => `/accompaniments/${accompanimentId}/room`,
  /** What the survey prints: one ticket for each person invited, and what people read before. */
  tickets: (accompanimentId: string) => `/accompaniments/${accompanimentId}/tickets`,
  poster: (accompanimentId: string) => `/accompaniments/${accompanimentId}/poster`,
  /** The quiz case by case, for the room. */
  debate: (accompanimentId: string) => `/accompaniments/${accompanimentId}/debate`,
  /** The same, for who leads it: notes, and what comes next. */
  debateNotes: (accompanimentId: string) => `/accompaniments/${accompanimentId}/debate-notes`,
  /** The grounds that the law protects, explained. */
  law: (accompanimentId: string) => `/accompaniments/${accompanimentId}/law`,
  /** What to do in a serious situation: open to everyone, records nothing. */
  guidance: '/guidance',
  /** The restitution, for the room. */
  wall: (accompanimentId: string) => `/accompaniments/${accompanimentId}/wall`,
  step: (accompanimentId: string, target: StepTarget) =>
    paths.page(accompanimentId, target.page, 'entry' in target ? target.entry : undefined),
} as const
