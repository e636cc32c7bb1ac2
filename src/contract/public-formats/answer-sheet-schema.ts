import { z } from 'zod'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { largestNumber, textRules } from '#src/answers/reading.ts'
import { kinds } from '#src/questionnaire/questionnaire.ts'

/**
 * `jalon/answer-sheet@1` as a schema, to publish it. The reader of sheets is stricter and is the one that judges: it
 * also knows the questionnaire, SIRET's check digits and the calendar.
 */
const text = z.string().max(textRules.text.max)
const filledText = z.string().min(1).max(textRules.line.max)
const year = z.string().regex(/^\d{4}$/)
const figure = z.number().min(-largestNumber).max(largestNumber)
const proofs = z.array(filledText).max(50)
const optionalText = text.exactOptional()

const answer = z.union([
  z.strictObject({ level: z.literal([1, 2, 3, 4]), example: optionalText }),
  z.strictObject({ unknown: z.literal(true), example: optionalText }),
  z.strictObject({ notApplicable: z.literal(true), reason: text.min(3), example: optionalText }),
])

const valueDetails = { source: optionalText, comment: optionalText, proofs: proofs.exactOptional() }

const indicatorValue = z.union([
  z.strictObject({ numerator: figure, denominator: figure.min(0), ...valueDetails }),
  z.strictObject({ value: figure, ...valueDetails }),
])

const keyArgument = z.strictObject({
  criterion: z.string(),
  claim: z.string().min(1).max(textRules.claim.max),
  indicators: z.array(z.string()).exactOptional(),
  quote: z.strictObject({ text: filledText, role: filledText, consent: z.boolean() }).exactOptional(),
})

const customElement = z.strictObject({
  title: filledText,
  description: optionalText,
  indicator: z
    .strictObject({
      label: filledText,
      unit: filledText,
      value: figure,
      period: year.exactOptional(),
      source: optionalText,
    })
    .exactOptional(),
})

const action = z.strictObject({
  action: z.string().min(1).max(textRules.actionTitle.max),
  criterion: z.string().exactOptional(),
  owner: optionalText,
  due: z.iso.date().exactOptional(),
  status: optionalText,
  successIndicator: optionalText,
})

export const answerSheetSchema = z.strictObject({
  format: z.literal('jalon/answer-sheet@1'),
  questionnaire: z.string(),
  structure: z.strictObject({
    name: filledText,
    siret: z
      .string()
      .regex(/^\d{14}$/)
      .exactOptional(),
    kinds: z.array(z.enum(kinds)).min(1),
    department: z
      .string()
      .regex(/^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/)
      .exactOptional(),
    member: z.boolean().exactOptional(),
  }),
  period: year,
  answers: z.record(z.string(), answer),
  indicators: z.record(z.string(), indicatorValue).exactOptional(),
  proofs: z.record(z.string(), proofs).exactOptional(),
  keyArguments: z.array(keyArgument).max(10).exactOptional(),
  customElements: z.array(customElement).max(5).exactOptional(),
  plan: z.array(action).exactOptional(),
  audience: optionalText,
}) satisfies z.ZodType<AnswerSheet>
