import type { MissingStep, MissingStepCode } from '#src/accompaniment/missing-step.ts'
import { fr } from '#client/app/fr.ts'
import { buildingSentences } from './sentences/building.ts'
import { readable, type Details, type StepSentence } from './sentences/details.ts'
import { framingSentences } from './sentences/framing.ts'

/** The sentence of a missing step; figures come with the step, never from another computation. */
export function stepSentence(step: Pick<MissingStep, 'code' | 'details'>): StepSentence {
  const { title, why, link } = sentences[step.code](readable(step.details))
  return { title: fr(title), why: fr(why), link: fr(link) }
}

/** A code as the portfolio gives it: a missing step, or something else when nothing is missing. */
export function isMissingStepCode(code: string): code is MissingStepCode {
  return Object.hasOwn(sentences, code)
}

const sentences: Readonly<Record<MissingStepCode, (details: Details) => StepSentence>> = {
  ...framingSentences,
  ...buildingSentences,
}
