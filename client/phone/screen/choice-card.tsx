import { Icon } from './icons.tsx'

type ChoiceCardProps = {
  readonly text: string
  readonly isChosen: boolean
  /** Not answering, or not knowing: dashed, as every absence is. */
  readonly isAbsence?: boolean
  readonly onChoose: () => void
}

/** One answer as a broad card; a button, for arrow keys must not choose. */
export function ChoiceCard({ text, isChosen, isAbsence = false, onChoose }: ChoiceCardProps) {
  return (
    <button className={isAbsence ? 'card absence' : 'card'} type="button" aria-pressed={isChosen} onClick={onChoose}>
      <span className="ring">{isChosen && <Icon name="done" size={16} />}</span>
      <span>{text}</span>
    </button>
  )
}

/** How far one is, in a strip; the words beside say the same. */
export function ProgressStrip({ done, count }: { readonly done: number; readonly count: number }) {
  return (
    <div className="progress" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <i key={index} className={index < done ? 'done' : ''} />
      ))}
    </div>
  )
}
