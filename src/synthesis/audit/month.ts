import { dayFr } from '#src/synthesis/french.ts'

/** `2027-04` as `avril 2027`. */
export function monthFr(month: string): string {
  return dayFr(`${month}-02`).split('\u00a0').slice(1).join('\u00a0')
}
