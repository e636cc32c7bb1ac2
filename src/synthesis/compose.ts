import type { Audience } from '#src/accompaniment/entry.ts'
import { synthesisFor, type SynthesisContent } from './audiences.ts'
import type { SynthesisContext } from './synthesis-context.ts'
import type { SynthesisSource } from './synthesis-source.ts'

export type ComposeInput = Pick<SynthesisSource, 'questionnaire' | 'sheet' | 'score'> & {
  readonly context?: SynthesisContext
  /** SHA-256 of a text, in hexadecimal. */
  readonly hash: (text: string) => string
}

export type Composed = { readonly content: SynthesisContent; readonly fingerprint: string }

/**
 * A document's read model with its own fingerprint: the same content has the same one, whoever prints it. The public
 * page's is of its own content alone, so that nothing of what it keeps silent can be tried against it.
 */
export function composeFor(audience: Audience, input: ComposeInput): Composed {
  const { questionnaire, sheet, score, context, hash } = input
  const source = { questionnaire, sheet, score, context: context ?? {} }
  const fingerprint =
    audience === 'full'
      ? hash(JSON.stringify({ sheet, score, context }))
      : hash(JSON.stringify(synthesisFor(audience, { ...source, fingerprint: '' })))
  return { content: synthesisFor(audience, { ...source, fingerprint }), fingerprint }
}
