import { pointer } from './problem.ts'

type Level = { readonly keys: Set<string> | undefined; step: string | number }

/**
 * JSON Pointers of the keys written more than once in the same object, in the text's order. The text must be valid
 * JSON. Iterative, so that depth costs no stack.
 */
export function duplicateKeys(text: string): readonly string[] {
  const levels: Level[] = []
  const found: string[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs
  let isKeyNext = false

  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1)

    if (token === '{' || token === '[') {
      levels.push({ keys: token === '{' ? new Set() : undefined, step: token === '{' ? '' : 0 })
      isKeyNext = token === '{'
    } else if (token === '}' || token === ']') {
      levels.pop()
      isKeyNext = false
    } else if (token === ',') {
      if (typeof level?.step === 'number') level.step += 1
      isKeyNext = level?.keys !== undefined
    } else if (token !== ':' && isKeyNext && level?.keys) {
      const key: unknown = JSON.parse(token)

      level.step = String(key)
      if (level.keys.has(level.step)) found.push(pointer(...levels.map(({ step }) => step)))
      level.keys.add(level.step)
      isKeyNext = false
    }
  }

  return found
}
