import type { PerceptionSheet } from '#src/contract/awareness.ts'
import { Icon } from '#client/phone/screen/icons.tsx'

type LanguageChooserProps = {
  readonly sheet: PerceptionSheet
  readonly language: string
  readonly label: string
  readonly onChoose: (language: string) => void
}

/** Each language under its own name; absent where there is only French. */
export function LanguageChooser({ sheet, language, label, onChoose }: LanguageChooserProps) {
  const translations = Object.entries(sheet.translations)
  if (translations.length === 0) return null
  return (
    <label className="languages">
      <Icon name="world" />
      <span className="vh">{label}</span>
      <select value={language} onChange={(event) => onChoose(event.target.value)}>
        <option value="fr" lang="fr">
          Français
        </option>
        {translations.map(([code, translation]) => (
          <option key={code} value={code} lang={code}>
            {translation.language}
          </option>
        ))}
      </select>
    </label>
  )
}
