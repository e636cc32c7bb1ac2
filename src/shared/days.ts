/** Calendar arithmetic on `YYYY-MM-DD`, in UTC, so that no time zone ever moves a day. Pure: today is always given. */
export function addDays(day: string, days: number): string {
  return fromTime(time(day) + days * 86_400_000)
}

/** The same day some months later, or the month's last day where it has no such day (31 January + 1 month). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return fromTime(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

export function daysBetween(from: string, to: string): number {
  return Math.round((time(to) - time(from)) / 86_400_000)
}

function time(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return Date.UTC(year, month - 1, date)
}

function fromTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
