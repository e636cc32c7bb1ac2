import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useShortcutsOn } from '#client/app/shortcuts.ts'
import { assessmentTexts as t } from './texts-fr.ts'

/** Back, the keys that work, and on. */
export function CriterionFooter({ first, last, readOnly, onPrevious, onNext }: FooterProps) {
  const [shortcuts, toggle] = useShortcutsOn()
  return (
    <div className="assess-foot">
      {first ? (
        <span />
      ) : (
        <button type="button" className="btn" aria-label={t.previous} onClick={onPrevious}>
          <IconArrowLeft size={20} aria-hidden />
        </button>
      )}
      {!readOnly && (
        <span className="assess-keys">
          {shortcuts && (
            <span>
              <kbd>1</kbd> {t.keysHelp.from} <kbd>4</kbd> {t.keysHelp.choose} <kbd>{t.keysHelp.enter}</kbd>{' '}
              {t.keysHelp.go}
            </span>
          )}
          <button type="button" className="assess-keys-off" onClick={toggle}>
            {shortcuts ? t.keysOff : t.keysOn}
          </button>
        </span>
      )}
      <button type="button" className="btn primary" onClick={onNext}>
        {last ? t.finish : t.next}
        <IconArrowRight size={20} aria-hidden />
      </button>
    </div>
  )
}

type FooterProps = {
  readonly first: boolean
  readonly last: boolean
  readonly readOnly: boolean
  readonly onPrevious: () => void
  readonly onNext: () => void
}
