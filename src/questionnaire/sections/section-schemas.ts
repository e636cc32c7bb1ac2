import { z } from 'zod'
import { isCalendarDay } from '#src/answers/calendar.ts'
import { idPattern } from '#src/questionnaire/shape/id-pattern.ts'
import { limits } from '#src/questionnaire/shape/limits.ts'

/** How a text is judged: an author's keeps to its limit, one that is only used may be a little long. */
export type TextShape = (max: number) => z.ZodString

/** The shape of each section of `awareness.ts`, by its key at the top of the canonical form. */
export function sectionSchemas(text: TextShape) {
  const id = z.string().regex(idPattern, 'invalid-id')
  const day = z.string().refine(isCalendarDay, 'invalid-date')
  const optionalText = (max: number) => text(max).exactOptional()
  const validity = z.strictObject({ readOn: day, reviewBy: day })
  const source = optionalText(limits.source)

  const legalBasis = z.strictObject({
    rule: text(limits.rule),
    reference: text(limits.item),
    validity,
    source,
  })

  const quizCase = z.strictObject({
    id,
    title: text(limits.title),
    situation: text(limits.text),
    question: optionalText(limits.question),
    options: z.array(z.strictObject({ id, text: text(limits.option) })).min(2, 'too-few'),
    answer: id,
    explanation: text(limits.text),
    goodPractice: text(limits.text),
    presenterNotes: optionalText(limits.text),
    legalBasis: z.array(legalBasis),
    source,
  })

  const choice = z.strictObject({
    id,
    text: text(limits.label),
    declined: z.boolean().exactOptional(),
    favourable: z.boolean().exactOptional(),
  })

  const item = z.strictObject({
    id,
    kind: z.enum(['group', 'statement', 'experience'], 'unknown-value'),
    text: text(limits.question),
    choices: z.array(choice).min(2, 'too-few'),
    criteria: z.array(id).exactOptional(),
    source,
  })

  const information = z.array(text(limits.item)).min(1, 'empty-list')

  const translation = z.strictObject({
    language: text(limits.name),
    direction: z.enum(['ltr', 'rtl'], 'unknown-value').exactOptional(),
    title: text(limits.title),
    information,
    words: z.record(z.string(), text(limits.text)),
    items: z.record(
      z.string(),
      z.strictObject({ text: text(limits.question), choices: z.record(z.string(), text(limits.label)) }),
    ),
  })

  const contact = z.strictObject({
    label: text(limits.label),
    phone: z
      .string()
      .regex(/^\+?\d(?: ?\d){0,15}$/, 'unknown-value')
      .exactOptional(),
    url: z
      .string()
      .regex(/^https:\/\/\S+$/, 'unsafe-url')
      .exactOptional(),
    hint: optionalText(limits.item),
  })

  return {
    quiz: z.array(quizCase),
    perception: z.array(item),
    /** What surrounds the items on the page. */
    perceptionPage: z.strictObject({ title: text(limits.title), information, source }),
    perceptionTranslations: z.record(z.string().regex(/^[a-z]{2,3}$/, 'unknown-value'), translation),
    legalGrounds: z.array(
      z.strictObject({
        id,
        title: text(limits.title),
        definition: text(limits.text),
        example: optionalText(limits.text),
        legalBasis: z.array(legalBasis),
      }),
    ),
    guidance: z.strictObject({
      title: text(limits.title),
      introduction: text(limits.text),
      steps: z.array(
        z.strictObject({
          id,
          title: text(limits.title),
          text: text(limits.text),
          contacts: z.array(contact).exactOptional(),
        }),
      ),
      validity,
      source,
    }),
    poster: z.strictObject({
      title: text(limits.item),
      commitment: text(limits.text),
      call: text(limits.title),
      outside: z.strictObject({ phone: optionalText(limits.name), text: text(limits.item) }).exactOptional(),
      source,
    }),
    landmarks: z.array(z.strictObject({ id, text: text(limits.text), source: text(limits.source), validity })),
    datedFacts: z.array(z.strictObject({ id, text: text(limits.text), usedBy: z.array(id), validity, source })),
  }
}

/** The keys a version may have at the top for its sections. */
export const sectionKeys = [
  'quiz',
  'perception',
  'perceptionPage',
  'perceptionTranslations',
  'legalGrounds',
  'guidance',
  'poster',
  'landmarks',
  'datedFacts',
] as const satisfies readonly (keyof ReturnType<typeof sectionSchemas>)[]
export type SectionKey = (typeof sectionKeys)[number]
