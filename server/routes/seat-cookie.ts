import type { CookieOptions } from 'hono/utils/cookie'

/** Holds a place in one room, and is sent nowhere but to the seat's own paths. */
export const seatCookie = 'jalon_seat'

/** Longer than any meeting: a phone that closes its browser in between keeps its place, and does not answer twice. */
const hours = 12

export function seatCookieOptions(baseUrl: string): CookieOptions {
  return {
    path: '/api/seat',
    httpOnly: true,
    sameSite: 'Strict',
    secure: baseUrl.startsWith('https:'),
    maxAge: hours * 3600,
  }
}
