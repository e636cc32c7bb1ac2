/** Names shared by the page and its service worker. */
export const shellCachePrefix = 'jalon-join-'
export const snapshotCache = 'jalon-seat'
export const seatPath = '/api/seat'
