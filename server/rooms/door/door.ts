import type { Problem } from '#src/contract/problems.ts'
import { refused, type Result } from '#src/shared/result.ts'
import { addWrongCode, countWrongCodes } from '#server/database/queries/rooms/codes.ts'
import type { Db } from '#server/database/unit-of-work.ts'

/** Within ten minutes. A whole meeting may share one address. */
export const mostWrongCodes = { perAddress: 60, everywhere: 600 } as const

/**
 * Tries a code for someone; what is refused with `code-unknown` counts as a wrong one. Too many, from there or in all, and
 * even a right one waits.
 */
export type Door = <T>(bucket: string, enter: () => Promise<Result<T, Problem>>) => Promise<Result<T, Problem>>

/** Those who try a code from one address. */
type Line = {
  /** Waiting or not. */
  people: number
  /** Those whose code is being looked at: it may be wrong. */
  trying: number
  tried: number
  readonly waiting: (() => void)[]
}

/**
 * Codes tried at the same moment are not counted yet: no more of them are looked at together than may still be wrong, and
 * the others stand in line, so that a whole room enters at once and a thousand guesses do not.
 */
export function createDoor(db: Db, clock: () => Date): Door {
  const lines = new Map<string, Line>()

  /** Waits for one's turn; answers whether it came. */
  const stand = async (bucket: string, line: Line): Promise<boolean> => {
    for (;;) {
      const before = line.tried
      const [here = 0, inAll = 0] = await countWrongCodes(db, [bucket, everywhere], clock())
      if (here >= mostWrongCodes.perAddress || inAll >= mostWrongCodes.everywhere) return false
      // Those tried while the question was asked may be missing from its answer.
      if (here + line.trying + line.tried - before < mostWrongCodes.perAddress) return true
      if (line.trying > 0) await new Promise<void>((resolve) => line.waiting.push(resolve))
    }
  }

  return async (bucket, enter) => {
    const line = lines.get(bucket) ?? { people: 0, trying: 0, tried: 0, waiting: [] }
    lines.set(bucket, line)
    line.people += 1
    try {
      if (!(await stand(bucket, line))) return refused({ code: 'too-many-requests' })
      line.trying += 1
      try {
        const entered = await enter()
        if (!entered.ok && entered.problem.code === 'code-unknown') {
          await addWrongCode(db, [bucket, everywhere], clock())
        }
        return entered
      } finally {
        line.trying -= 1
        line.tried += 1
      }
    } finally {
      line.people -= 1
      if (line.people === 0) lines.delete(bucket)
      line.waiting.shift()?.()
    }
  }
}

/** What stands for addresses goes, even where nobody types a wrong code any more. */
export async function forgetWrongCodes(db: Db, at: Date): Promise<void> {
  await addWrongCode(db, [], at)
}

const everywhere = 'everywhere'
