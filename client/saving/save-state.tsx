import { IconAlertTriangle, IconCheck, IconRefresh, IconWifiOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { clockTime } from '#client/app/dates.ts'
import { useSaver } from './saver-context.tsx'
import { savingTexts } from './texts-fr.ts'
import './saving.css'

/** The one place that says whether work is saved; always there, so that its changes are announced. */
export function SaveState() {
  const saver = useSaver()
  const summary = useSyncExternalStore(saver.subscribe, saver.summary)

  if (summary.kind === 'refused') {
    return (
      <span className="save bad" role="alert">
        <IconAlertTriangle size={20} aria-hidden />
        <span>{savingTexts.refused(summary.sentence)}</span>
      </span>
    )
  }
  return (
    <span className={`save ${summary.kind === 'saved' ? '' : 'busy'}`} role="status">
      {summary.kind === 'saved' && (
        <>
          <IconCheck size={20} aria-hidden />
          {savingTexts.saved(clockTime(summary.at))}
        </>
      )}
      {summary.kind === 'saving' && (
        <>
          <IconRefresh size={20} aria-hidden />
          {savingTexts.saving}
        </>
      )}
      {summary.kind === 'waiting-for-network' && (
        <>
          <IconWifiOff size={20} aria-hidden />
          {savingTexts.waiting(summary.count)}
        </>
      )}
      {summary.kind === 'signed-out' && <span>{savingTexts.signedOut(summary.count)}</span>}
      {summary.kind === 'conflict' && <span>{savingTexts.conflict(summary.count)}</span>}
    </span>
  )
}
