import { z } from 'zod'

const days = z.int()
const value = z.union([z.number(), z.tuple([z.number(), z.number()])])
const entryLike = z.record(z.string(), z.unknown())

const proof = z.union([
  z.strictObject({ on: z.string(), kind: z.literal('file'), name: z.string() }),
  z.strictObject({ on: z.string(), kind: z.literal('link'), name: z.string(), url: z.string() }),
  z.strictObject({
    on: z.string(),
    kind: z.literal('testimony'),
    name: z.string(),
    text: z.string(),
    author: z.string(),
    day: days,
    consent: z.boolean(),
  }),
])

const indicator = z.union([
  z.strictObject({ unavailable: z.string() }),
  z.strictObject({
    source: z.string().optional(),
    scope: z.string().optional(),
    comment: z.string().optional(),
    proofs: z.array(z.string()).optional(),
    years: z.record(z.string(), value),
  }),
])

const exampleStructure = z.strictObject({
  method: z.string(),
  state: z.string(),
  structure: z.looseObject({ name: z.string() }),
  request: z.looseObject({ neededBy: z.strictObject({ nextMonthDay: z.string() }).optional() }),
  framing: z
    .strictObject({
      scope: z.string(),
      period: z.string(),
      audience: z.string().optional(),
      pricingAccepted: z.boolean(),
      membershipCheckedDay: days,
    })
    .optional(),
  journey: z.record(z.string(), days),
  people: z.array(
    z.strictObject({ name: z.string(), email: z.string(), role: z.enum(['referent', 'team']), jobTitle: z.string() }),
  ),
  /** People, and how many were right at each case. */
  quizBefore: z.strictObject({ people: z.int(), right: z.record(z.string(), z.int()) }).optional(),
  /** Counts by item, group and choice, in the questionnaire's order. */
  survey: z
    .strictObject({ invited: z.int(), answers: z.record(z.string(), z.record(z.string(), z.array(z.int()))) })
    .optional(),
  meetings: z.record(z.string(), z.looseObject({ day: days, time: z.string(), minutes: z.int() })).default({}),
  identity: entryLike.default({}),
  confidential: entryLike.default({}),
  comments: z.record(z.string(), z.string()).default({}),
  message: z.string().optional(),
  consents: z.record(z.string(), z.boolean()).default({}),
  indicators: z.record(z.string(), indicator).default({}),
  answers: z.record(z.string(), entryLike).default({}),
  proofs: z.array(proof).default([]),
  arguments: z.array(entryLike).default([]),
  elements: z
    .array(
      z.looseObject({
        model: z.string().optional(),
        indicator: z.looseObject({ values: z.record(z.string(), z.number()) }).optional(),
      }),
    )
    .default([]),
  actions: z.array(z.looseObject({ dueAfterDelivery: days.optional() })).default([]),
})

/** The example network as its authors write it: days are counted from today. */
export const exampleNetwork = z.strictObject({
  network: z.string(),
  advisor: z.strictObject({ name: z.string(), email: z.string(), jobTitle: z.string() }),
  structures: z.array(exampleStructure),
  practices: z.array(z.looseObject({})).optional(),
})
/** A second file of the same structures. */
export const exampleAudit = exampleNetwork.pick({ structures: true })
export type ExampleStructure = z.infer<typeof exampleStructure>
