import { Dialog } from '#client/feedback/dialog.tsx'
import { meetingTexts } from '#client/meeting/texts-fr.ts'

/** Every key of the meeting, in the words of what it does. */
export default function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { keyWords, space, enter } = meetingTexts
  const lines: readonly { readonly keys: readonly string[]; readonly words: string }[] = [
    { keys: ['←', '→'], words: keyWords.criterion },
    { keys: [space, enter], words: keyWords.step },
    { keys: ['1', '2', '3', '4'], words: keyWords.level },
    { keys: ['S'], words: keyWords.unknown },
    { keys: ['C'], words: keyWords.notApplicable },
    { keys: ['P'], words: keyWords.park },
    { keys: ['N'], words: keyWords.notes },
    { keys: ['R'], words: keyWords.reopen },
    { keys: ['Q'], words: keyWords.joining },
    { keys: ['?'], words: keyWords.help },
  ]
  return (
    <Dialog opened title={meetingTexts.keysTitle} onClose={onClose}>
      <dl className="keys-help">
        {lines.map(({ keys, words }) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="muted small">{meetingTexts.keysWhy}</p>
    </Dialog>
  )
}
