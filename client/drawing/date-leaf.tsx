import { leafLines } from '#client/app/dates.ts'
import './drawing.css'

/** A date as a torn-off leaf; `here` for the next one only. */
export function DateLeaf({ on, here = false }: { readonly on: string; readonly here?: boolean }) {
  const lines = leafLines(on)
  if (lines === undefined) return null
  const [weekday, day, month] = lines
  return (
    <time className={here ? 'leaf here' : 'leaf'} dateTime={on.slice(0, 10)}>
      <span>{weekday}</span>
      <b>{day}</b>
      <span>{month}</span>
    </time>
  )
}
