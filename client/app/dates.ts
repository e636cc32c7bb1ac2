const narrowNoBreak = '\u202f'

/** Reads `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` (both local) or an instant; undefined when it is none. */
export function readDate(text: string): Date | undefined {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  // A bare day read by Date would be midnight in London: the eve, west of it.
  const date = day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(text)
  return Number.isNaN(date.getTime()) ? undefined : date
}

const parts = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('fr-FR', options)
const weekday = parts({ weekday: 'long' })
const weekdayShort = parts({ weekday: 'short' })
const month = parts({ month: 'long' })
const monthShort = parts({ month: 'short' })

const dayNumber = (date: Date) => (date.getDate() === 1 ? '1er' : String(date.getDate()))

/** « jeudi 26 novembre », with the year when it is not this one. */
export function longDay(text: string, now: Date = new Date()): string {
  const date = readDate(text)
  if (date === undefined) return text
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`
  return `${weekday.format(date)} ${dayNumber(date)} ${month.format(date)}${year}`
}

/** « 26 nov. », with the year when it is not this one. */
export function shortDay(text: string, now: Date = new Date()): string {
  const date = readDate(text)
  if (date === undefined) return text
  const year = date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`
  return `${dayNumber(date)} ${monthShort.format(date)}${year}`
}

/** « 26 novembre 2026 ». */
export function fullDay(text: string): string {
  const date = readDate(text)
  return date === undefined ? text : `${dayNumber(date)} ${month.format(date)} ${date.getFullYear()}`
}

/** The three lines of a date leaf: « jeu. », « 26 », « nov. ». */
export function leafLines(text: string): readonly [string, string, string] | undefined {
  const date = readDate(text)
  return date && [weekdayShort.format(date), String(date.getDate()), monthShort.format(date)]
}

/** « 14 h », « 9 h 30 ». */
export function hour(text: string): string {
  const date = readDate(text)
  if (date === undefined) return ''
  const minutes = date.getMinutes()
  const head = `${date.getHours()}${narrowNoBreak}h`
  return minutes === 0 ? head : `${head}${narrowNoBreak}${String(minutes).padStart(2, '0')}`
}

/** « 14 h – 16 h »: a start and a length in minutes. */
export function hours(startsAt: string, minutes: number): string {
  const start = readDate(startsAt)
  if (start === undefined) return ''
  return `${hour(startsAt)} – ${hour(new Date(start.getTime() + minutes * 60_000).toISOString())}`
}

/** « 14:32 », the time of a save. */
export function clockTime(instant: string): string {
  const date = readDate(instant)
  if (date === undefined) return ''
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

/** « 17:40 » today, « hier, 17:40 », « 12 nov. » before. */
export function whenShort(instant: string, now: Date = new Date()): string {
  const date = readDate(instant)
  if (date === undefined) return ''
  const days = daysBetween(date, now)
  if (days === 0) return clockTime(instant)
  if (days === 1) return `hier, ${clockTime(instant)}`
  return shortDay(instant, now)
}

/** How a day near now is said: « aujourd'hui », « demain », « hier », « jeudi » within the week, « le 8 décembre » else. */
export function nearDay(text: string, now: Date = new Date()): string {
  const date = readDate(text)
  if (date === undefined) return text
  const days = -daysBetween(date, now)
  if (days === 0) return 'aujourd’hui'
  if (days === 1) return 'demain'
  if (days === -1) return 'hier'
  if (days > 1 && days < 7) return weekday.format(date)
  return `le ${dayNumber(date)} ${month.format(date)}${date.getFullYear() === now.getFullYear() ? '' : ` ${date.getFullYear()}`}`
}

/** Whole calendar days from one date to another, negative when the first is later. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}

/** Today as `YYYY-MM-DD`, local. */
export function today(now: Date = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
