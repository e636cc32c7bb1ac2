/** The date and the local time in France, whatever the machine's own zone: `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM`. */
export function localDay(instant: Date): string {
  return localTime(instant).slice(0, 10)
}

export function localTime(instant: Date): string {
  return format.format(instant).replace(' ', 'T')
}

// Swedish writes dates as ISO 8601 does.
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})
