import { IconClock } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { meetingTexts } from '#client/meeting/texts-fr.ts'

/** Time spent on the criterion; it starts again with each. A reminder, not a countdown: nothing happens when it is over. */
export function Timer({ of, minutes }: { readonly of: string; readonly minutes: number }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const start = Date.now()
    setSeconds(0)
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - start) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [of])
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

  return (
    <span className="meeting-timer" role="timer" aria-label={meetingTexts.time}>
      <IconClock size={18} aria-hidden />
      <b className="num">{clock}</b> {meetingTexts.minutesPlanned(minutes)}
    </span>
  )
}
