import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { keys } from '#client/app/query-client.ts'
import { openCriteria, type OpenCriterion, type Opened } from '#client/opened/opened.ts'
import { useMeetingMemory, type MeetingMemoryHandle } from './meeting-memory.ts'

export type Meeting = MeetingMemoryHandle & {
  readonly opened: Opened
  readonly criteria: readonly OpenCriterion[]
  readonly index: number
  readonly current: OpenCriterion
  readonly answer: CriterionAnswer | undefined
  readonly decided: boolean
  readonly writable: boolean
  readonly goTo: (criterionId: string) => void
  readonly previous: () => void
  readonly next: () => void
  readonly decide: (level: Level) => void
  readonly answerWith: (answer: CriterionAnswer) => void
  readonly writeExample: (example: string) => void
  readonly reopen: () => void
  readonly park: (why: string) => void
  readonly unpark: (criterionId: string) => void
}

/**
 * The collective positioning: one criterion at a time, the same in the panel and on the room's screen. An answer
 * prepared before stays hidden in the room until the team agrees: it would speak first.
 */
export function useMeeting(opened: Opened): Meeting | undefined {
  const handle = useMeetingMemory(opened.id)
  const { memory, remember } = handle
  const criteria = openCriteria(opened)
  const wanted = useWantedCriterion()
  const queries = useQueryClient()
  const followed =
    memory.current ?? criteria.find(({ criterion }) => !opened.read(`criterion/${criterion.id}`))?.criterion.id
  const index = Math.max(
    0,
    criteria.findIndex(({ criterion }) => criterion.id === followed),
  )
  const current = criteria[index]
  const revision = opened.view.entries[`criterion/${current?.criterion.id ?? ''}`]?.revision

  useEffect(() => {
    if (wanted === undefined || memory.current === wanted) return
    if (criteria.some(({ criterion }) => criterion.id === wanted)) remember({ current: wanted })
  }, [wanted, memory, criteria, remember])

  useEffect(() => {
    // The other window saved: read it again. Its own save moves nothing here.
    const channel = new BroadcastChannel(`jalon:meeting:${opened.id}`)
    channel.addEventListener(
      'message',
      () => void queries.invalidateQueries({ queryKey: keys.accompaniment(opened.id) }),
    )
    return () => channel.close()
  }, [opened.id, queries])

  useEffect(() => {
    if (revision === undefined || revision === 0) return
    const channel = new BroadcastChannel(`jalon:meeting:${opened.id}`)
    channel.postMessage(revision)
    channel.close()
  }, [revision, opened.id])

  if (current === undefined) return undefined
  const { id } = current.criterion
  const key = `criterion/${id}` as const
  const answer = opened.read(key)
  const writable = opened.canWrite('criterion')
  const agreed = [...memory.decided.filter((each) => each !== id), id]
  // Stay here: the first criterion without an answer is another one as soon as this one has its own.
  const agree = (given: CriterionAnswer) => {
    remember({ decided: agreed, current: id })
    opened.put(key, { ...given, ...exampleOf(answer) })
  }
  const goTo = (criterionId: string) => remember({ current: criterionId })
  const at = (position: number) => {
    const target = criteria[(position + criteria.length) % criteria.length]
    if (target !== undefined) goTo(target.criterion.id)
  }

  return {
    ...handle,
    opened,
    criteria,
    index,
    current,
    answer,
    decided: memory.decided.includes(id) && answer !== undefined,
    writable,
    goTo,
    previous: () => at(index - 1),
    next: () => at(index + 1),
    decide: (level) => {
      if (!writable) return
      agree({ level })
    },
    answerWith: (given) => {
      agree(given)
    },
    writeExample: (example) => {
      if (answer !== undefined) opened.write(key, withExample(answer, example))
    },
    reopen: () => remember({ decided: memory.decided.filter((each) => each !== id) }),
    park: (why) => remember({ parked: { ...memory.parked, [id]: why } }),
    unpark: (criterionId) => {
      const { [criterionId]: _, ...parked } = memory.parked
      remember({ parked, current: criterionId })
    },
  }
}

function exampleOf(answer: CriterionAnswer | undefined): { readonly example?: string } {
  return answer?.example === undefined ? {} : { example: answer.example }
}

function withExample(answer: CriterionAnswer, example: string): CriterionAnswer {
  const { example: _, ...rest } = answer
  return example === '' ? rest : { ...rest, example }
}

/** The criterion that a link asks for (`#criterion/<id>`), once; the address is then cleared for the keys to move. */
function useWantedCriterion(): string | undefined {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const wanted = decodeURIComponent(hash).match(/^criterion\/(.+)$/)?.[1]
  useEffect(() => {
    if (wanted !== undefined) void navigate({ to: '.', hash: '', replace: true })
  }, [wanted, navigate])
  return wanted
}
