import type { MissingStep } from '#src/accompaniment/missing-step.ts'
import { countInWords, formatNumber, plural } from '#client/app/fr.ts'

/** A step in French: what to do, why it is asked, and the words of its link. */
export type StepSentence = { readonly title: string; readonly why: string; readonly link: string }

/** The figures and labels that come with a step, never from another computation. */
export type Details = { readonly text: (name: string) => string; readonly count: (name: string) => number }

export function readable(details: MissingStep['details']): Details {
  return {
    text: (name) => {
      const value = details[name]
      return typeof value === 'number' ? formatNumber(value) : (value ?? '')
    },
    count: (name) => Number(details[name] ?? 0),
  }
}

export const some = (count: number, one: string, many: string, gender: 'masculine' | 'feminine' = 'masculine') =>
  `${countInWords(count, gender)} ${plural(count, one, many)}`
