import { useState } from 'react'
import type { Entry } from '#src/accompaniment/entry.ts'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import { Refused } from '#client/app/api.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import type { Opened } from '#client/opened/opened.ts'
import type { Room } from '#client/meeting/live/use-room.ts'

/** Someone else answered this criterion meanwhile: both values, and what to do with each. */
export type StaleAnswer = {
  readonly criterionId: string
  readonly mine: CriterionAnswer
  /** When this screen noted it. */
  readonly at: string
  readonly theirs: Entry
  readonly keepMine: () => void
  readonly keepTheirs: () => void
}

/**
 * Notes the team's agreement through the room. The room saves on top of the revision that this screen was looking at, so
 * an answer written meanwhile is never overwritten in silence: the person who leads chooses.
 */
export function useAgree(
  opened: Opened,
  room: Room | undefined,
): {
  readonly agree: (criterionId: string, answer: CriterionAnswer) => Promise<boolean>
  readonly stale: StaleAnswer | undefined
} {
  const [stale, setStale] = useState<StaleAnswer>()
  const refresh = useRefreshAccompaniment(opened.id)

  async function note(criterionId: string, answer: CriterionAnswer, baseRevision: number): Promise<boolean> {
    if (room === undefined) return false
    try {
      const done = await room.send({ type: 'agree', criterionId, answer, baseRevision }, ['stale-revision'])
      if (done) await refresh()
      return done
    } catch (error) {
      const theirs = error instanceof Refused ? currentOf(error) : undefined
      if (theirs === undefined) throw error
      const choose = (value: CriterionAnswer) => {
        setStale(undefined)
        void note(criterionId, value, theirs.revision)
      }
      setStale({
        criterionId,
        mine: answer,
        at: new Date().toISOString(),
        theirs,
        keepMine: () => choose(answer),
        // Theirs is agreed upon as it stands: the room says so, and keeps the spread beside it.
        keepTheirs: () => {
          const value = theirs.value
          if (isAnswer(value)) choose(value)
          else setStale(undefined)
        },
      })
      return false
    }
  }

  return {
    agree: (criterionId, answer) =>
      note(criterionId, answer, opened.view.entries[`criterion/${criterionId}`]?.revision ?? 0),
    stale,
  }
}

/** What stands now, which the refusal carries. */
function currentOf({ body }: Refused): Entry | undefined {
  const { current } = body
  return typeof current === 'object' && current !== null && 'revision' in current ? (current as Entry) : undefined
}

function isAnswer(value: unknown): value is CriterionAnswer {
  return (
    typeof value === 'object' && value !== null && ('level' in value || 'unknown' in value || 'notApplicable' in value)
  )
}
