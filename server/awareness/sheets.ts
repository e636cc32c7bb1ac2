import type { PerceptionSheet, QuizRound, QuizSheet } from '#src/contract/awareness.ts'
import type { Perception, QuizCase } from '#src/questionnaire/sections/awareness.ts'

/** The cases as a phone gets them: nothing in them tells the right answer. */
export function quizSheet(cases: readonly QuizCase[], round: QuizRound): QuizSheet {
  return {
    round,
    cases: cases.map(({ id, title, situation, question, options }) => ({
      id,
      title,
      situation,
      ...(question === undefined ? {} : { question }),
      options: options.map((option) => ({ id: option.id, text: option.text })),
    })),
  }
}

export function perceptionSheet(
  { title, information, items, translations = {} }: Perception,
  about: { readonly structure: string; readonly network: string; readonly until: string },
): PerceptionSheet {
  return {
    ...about,
    title,
    information,
    // What an item is compared with, and where it comes from, is not for those who answer.
    items: items.map(({ id, kind, text, choices }) => ({ id, kind, text, choices })),
    translations,
  }
}
