import { useState } from 'react'
import { PhoneNote } from '#client/phone/screen/frame.tsx'
import { meetingTexts } from './texts-fr.ts'

type LeaveMeetingProps = { readonly waiting: number; readonly onLeave: () => void }

/** Leaves at once; asks first where something would be lost. */
export function LeaveMeeting({ waiting, onLeave }: LeaveMeetingProps) {
  const [isAsking, setAsking] = useState(false)
  if (isAsking && waiting > 0) {
    return (
      <PhoneNote icon="warning" tone="warn" role="alert">
        <p>{meetingTexts.leaveWaiting(waiting)}</p>
        <div className="acts">
          <button className="act" type="button" onClick={() => setAsking(false)}>
            {meetingTexts.stay}
          </button>
          <button className="act" type="button" onClick={onLeave}>
            {meetingTexts.leaveAnyway}
          </button>
        </div>
      </PhoneNote>
    )
  }
  return (
    <button className="act" type="button" onClick={() => (waiting > 0 ? setAsking(true) : onLeave())}>
      {meetingTexts.leave}
    </button>
  )
}
