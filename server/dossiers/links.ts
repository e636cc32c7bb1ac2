import type { Page } from '#src/accompaniment/missing-step.ts'

/** Addresses of the client's pages, for mails: the same as its router's. */
export function pageLink(baseUrl: string, accompanimentId: string, page: Page): string {
  return page === 'home'
    ? `${baseUrl}/accompaniments/${accompanimentId}`
    : `${baseUrl}/accompaniments/${accompanimentId}/${page}`
}
