import type { PerceptionResults, QuizResults } from '#src/anonymity/results.ts'
import type { Audience } from '#src/accompaniment/entry.ts'
import type { LoadedDossier } from '#server/dossiers/load-dossier.ts'

export type SynthesisSource = {
  readonly loaded: LoadedDossier
  readonly audience: Audience
  readonly networkName: string
  /** 0 for a draft. */
  readonly revision: number
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** What may be shown of the group's answers, where the method asks for any. */
  readonly quiz?: QuizResults | undefined
  readonly perception?: PerceptionResults | undefined
  /** Why people were not asked. */
  readonly perceptionSkipped?: string | undefined
}

/** The document's read model, and its fingerprint as printed on it. */
export type ComposedSynthesis = { readonly content: unknown; readonly fingerprint: string }

/** Makes the read model of a synthesis, and prints one: the door to the browser, so that tests may print without it. */
export type Printer = {
  readonly compose: (source: SynthesisSource) => ComposedSynthesis
  readonly print: (content: unknown) => Promise<{ readonly pdf: Uint8Array; readonly pages: number }>
}
