import { limits } from '#src/questionnaire/shape/limits.ts'
import { type FileProblem, type FileProblemCode, pointer } from '#src/shared/problem.ts'

/** Control characters but line ends, bidirectional overrides, lone surrogates, non-characters. */
const forbidden = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u
const html = /<[a-z/!?]|&(?:[a-z][a-z0-9]+|#\d+|#x[0-9a-f]+);/i
/** Any scheme with an authority, those that need none, and addresses that take the page's. */
const addresses =
  /([a-z][a-z0-9+.-]*):\/\/|\b(javascript|vbscript|data|file|blob|mailto|ftp|tel|sms):(?=\S)|(?:^|\s)(\/\/)[\w-]+\./gi

/**
 * Rules on every text wherever it is, sections of other methods included: clean Unicode in its composed form, no HTML
 * (screens would show it, or worse, run it), no address but https.
 */
export function textProblems(json: unknown): readonly FileProblem[] {
  const found: FileProblem[] = []
  const visit = (value: unknown, steps: readonly PropertyKey[]): void => {
    if (typeof value === 'string') {
      const path = pointer(...steps)

      found.push(...codesOf(value).map((code): FileProblem => ({ code, path })))
      if ([...value].length > limits.any) found.push({ code: 'text-too-long', path, details: { max: limits.any } })
    } else if (Array.isArray(value)) {
      value.forEach((entry: unknown, index) => {
        visit(entry, [...steps, index])
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) {
        if (isUnclean(key)) found.push({ code: 'invalid-text', path: pointer(...steps, key) })
        visit(entry, [...steps, key])
      }
    }
  }

  visit(json, [])

  return found
}

function codesOf(text: string): readonly FileProblemCode[] {
  return [
    ...(isUnclean(text) ? ['invalid-text' as const] : []),
    ...(html.test(text) ? ['raw-html' as const] : []),
    ...([...text.matchAll(addresses)].some(([, scheme]) => scheme?.toLowerCase() !== 'https')
      ? ['unsafe-url' as const]
      : []),
  ]
}

function isUnclean(text: string): boolean {
  return !text.isWellFormed() || text.normalize('NFC') !== text || forbidden.test(text.replaceAll('\n', ''))
}
