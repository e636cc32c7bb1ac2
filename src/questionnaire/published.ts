import { z } from 'zod'
import { type FileProblem, pointer } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { shapeProblems } from './shape/problems.ts'

/** One line of the lock: a version that can never change again. */
export type PublishedVersion = { readonly id: string; readonly version: string; readonly sha256: string }

const lockSchema = z.array(
  z.strictObject({
    id: z.string(),
    version: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'unknown-value'),
  }),
)

/** Reads the lock, `published.json`. Problems point into it; the same version twice is one of them. */
export function parseLock(json: unknown): Result<readonly PublishedVersion[], readonly FileProblem[]> {
  const parsed = lockSchema.safeParse(json, { reportInput: true })

  if (!parsed.success) return refused(shapeProblems(parsed.error))

  const keys = parsed.data.map(({ id, version }) => `${id}@${version}`)
  const repeated = keys.flatMap((key, index): readonly FileProblem[] =>
    keys.indexOf(key) < index ? [{ code: 'duplicate', path: pointer(index) }] : [],
  )

  return repeated.length > 0 ? refused(repeated) : ok(parsed.data)
}

/**
 * Compares what is loaded with the lock: a published version that changed, or is gone, though answers and deliverables
 * rest on it. `hashes` gives the SHA-256 of each version at hand by `id@version`; paths point into the lock.
 */
export function lockProblems(
  lock: readonly PublishedVersion[],
  hashes: ReadonlyMap<string, string>,
): readonly FileProblem[] {
  return lock.flatMap(({ id, version, sha256 }, index): readonly FileProblem[] => {
    const key = `${id}@${version}`
    const found = hashes.get(key)

    if (found === sha256) return []

    return found === undefined
      ? [{ code: 'published-version-missing', path: pointer(index), details: { value: key } }]
      : [
          {
            code: 'published-version-changed',
            path: pointer(index, 'sha256'),
            details: { value: key, expected: sha256, found },
          },
        ]
  })
}
