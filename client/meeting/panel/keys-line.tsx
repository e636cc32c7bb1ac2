import { useShortcutsOn } from '#client/app/shortcuts.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'

/** The keys most used, at the foot of the panel; all of them are one key away. */
export function KeysLine({ onHelp }: { readonly onHelp: () => void }) {
  const [on, toggle] = useShortcutsOn()
  const { keyShort, space, keyWords } = meetingTexts
  return (
    <div className="meeting-keys">
      {on && (
        <>
          <span>
            <kbd>←</kbd> <kbd>→</kbd> {keyShort.criterion}
          </span>
          <span>
            <kbd>{space}</kbd> {keyShort.step}
          </span>
          <span>
            <kbd>1</kbd> {keyWords.to} <kbd>4</kbd> {keyShort.level}
          </span>
          <span>
            <kbd>P</kbd> {keyShort.park}
          </span>
          <span>
            <kbd>N</kbd> {keyShort.notes}
          </span>
          <span>
            <kbd>R</kbd> {keyShort.reopen}
          </span>
          <button type="button" className="meeting-keys-all" onClick={onHelp}>
            <kbd>?</kbd> {meetingTexts.allKeys}
          </button>
        </>
      )}
      <label className="meeting-keys-on">
        <input type="checkbox" checked={on} onChange={toggle} />
        {meetingTexts.keysOn}
      </label>
    </div>
  )
}
