/** Whether the text is a day `YYYY-MM-DD` that exists: no 30 February, and 29 February in leap years alone. */
export function isCalendarDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? []
  const days = daysInMonth(Number(year), Number(month))

  return isYear(year) && Number(day) >= 1 && Number(day) <= days
}

/** Whether the text is a year `YYYY`. There is no year 0. */
export function isYear(text: string): boolean {
  return /^[0-9]{4}$/.test(text) && text !== '0000'
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  if (month < 1 || month > 12) return 0

  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
