import type { ReactNode } from 'react'

/** A page's module: its component is the default export. */
export type PageLoader = () => Promise<{ readonly default: () => ReactNode }>

/** Pages that need no one signed in. */
export const openPages: Readonly<Record<string, PageLoader>> = {
  '/sign-in': () => import('#client/account/sign-in-page.tsx'),
  '/sign-in/$token': () => import('#client/account/confirm-page.tsx'),
}

/**
 * Pages of the signed-in, by path; those of an accompaniment carry the names of `src/accompaniment/missing-step.ts`.
 * A new page is one line here.
 */
export const memberPages: Readonly<Record<string, PageLoader>> = {
  '/': () => import('#client/home/home-page.tsx'),
}
