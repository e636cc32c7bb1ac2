import type { Audience } from '#src/accompaniment/entry.ts'
import type { JourneyId, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { auditSynthesisOf } from './audit/model/audit-synthesis-of.ts'
import type { AuditContent } from './audit/model/audit-synthesis.ts'
import { publicSynthesisOf } from './audit/model/public-synthesis.ts'
import type { SynthesisSource } from './synthesis-source.ts'
import { synthesisOf, type Synthesis } from './synthesis.ts'

/** All that may be printed: what is kept with each document is one of these. */
export type SynthesisContent = Synthesis | AuditContent

export type AudienceDocument = {
  readonly id: Audience
  readonly title: string
  readonly journey: JourneyId
  /** Only for the people of the accompaniment: each of its sheets says so. */
  readonly confidential: boolean
}

/** The documents there are. Each is the document of one journey. */
export const audienceDocuments: Readonly<Record<Audience, AudienceDocument>> = {
  full: { id: 'full', title: 'Synthèse complète', journey: 'key-arguments', confidential: false },
  'lcd-internal': {
    id: 'lcd-internal',
    title: 'Synthèse interne, confidentielle',
    journey: 'practices-audit',
    confidential: true,
  },
  'lcd-public': {
    id: 'lcd-public',
    title: 'Page publique, à afficher',
    journey: 'practices-audit',
    confidential: false,
  },
}

/** The document of that name, if the journey of the questionnaire has it. */
export function audienceFor(
  questionnaire: Pick<Questionnaire, 'journey'>,
  audience: string,
): AudienceDocument | undefined {
  return Object.values(audienceDocuments).find(
    ({ id, journey }) => id === audience && journey === (questionnaire.journey ?? 'key-arguments'),
  )
}

/** The read model of one document. Whether the journey has that document was asked before (`audienceFor`). */
export function synthesisFor(audience: Audience, source: SynthesisSource): SynthesisContent {
  if (audience === 'full') return synthesisOf(source)
  const audit = auditSynthesisOf(source)
  return audience === 'lcd-internal' ? audit : publicSynthesisOf(audit)
}
