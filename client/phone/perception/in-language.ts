import type { PerceptionSheet } from '#src/contract/awareness.ts'
import { readDate } from '#client/app/dates.ts'
import { wordsIn, type PerceptionWords } from './words.ts'

/** The survey in one language: French, or a translation over it. */
export type PerceptionSaid = {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly information: readonly string[]
  readonly words: PerceptionWords
  /** The last day one may answer, as this language says it. */
  readonly until: string
  readonly items: readonly SaidItem[]
}
export type SaidItem = {
  readonly id: string
  readonly text: string
  readonly choices: readonly { readonly id: string; readonly text: string; readonly isDeclined: boolean }[]
}

export function inLanguage(sheet: PerceptionSheet, language: string): PerceptionSaid {
  const translation = sheet.translations[language]
  return {
    language,
    direction: translation?.direction ?? 'ltr',
    title: translation?.title ?? sheet.title,
    information: translation?.information ?? sheet.information,
    words: wordsIn(translation?.words),
    until: dayIn(language, sheet.until),
    items: sheet.items.map((item) => {
      const translated = translation?.items[item.id]
      return {
        id: item.id,
        text: translated?.text ?? item.text,
        choices: item.choices.map((choice) => ({
          id: choice.id,
          text: translated?.choices[choice.id] ?? choice.text,
          isDeclined: choice.declined === true,
        })),
      }
    }),
  }
}

function dayIn(language: string, day: string): string {
  const date = readDate(day)
  if (date === undefined) return day
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(date)
}
