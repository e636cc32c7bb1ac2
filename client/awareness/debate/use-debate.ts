import { useEffect, useRef, useState } from 'react'
import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'

/** Where the debate is: the case shown, and those whose right answer the room has seen. */
type Place = { readonly caseId: string; readonly revealed: readonly string[] }

type Debate = {
  readonly index: number
  readonly shown: QuizCase | undefined
  readonly isRevealed: boolean
  readonly go: (step: 1 | -1) => void
  readonly toggle: () => void
}

/**
 * The same place in every window of this browser: the wall for the room, the notes for who leads. Nothing of it leaves
 * the browser, and a window that opens late asks the others where they are.
 */
export function useDebate(accompanimentId: string, cases: readonly QuizCase[]): Debate {
  const [place, setPlace] = useState<Place>({ caseId: cases[0]?.id ?? '', revealed: [] })
  const channel = useRef<BroadcastChannel>(undefined)
  const latest = useRef(place)

  useEffect(() => {
    latest.current = place
  }, [place])
  useEffect(() => {
    const opened = new BroadcastChannel(`jalon:debate:${accompanimentId}`)
    opened.addEventListener('message', ({ data }: MessageEvent<Place | 'where'>) => {
      if (data === 'where') opened.postMessage(latest.current)
      else setPlace(data)
    })
    opened.postMessage('where')
    channel.current = opened
    return () => opened.close()
  }, [accompanimentId])

  function move(next: Place): void {
    setPlace(next)
    channel.current?.postMessage(next)
  }

  const index = Math.max(
    0,
    cases.findIndex(({ id }) => id === place.caseId),
  )
  const shown = cases[index]
  const isRevealed = shown !== undefined && place.revealed.includes(shown.id)
  return {
    index,
    shown,
    isRevealed,
    go: (step) => {
      const next = cases[index + step]
      if (next !== undefined) move({ ...place, caseId: next.id })
    },
    toggle: () => {
      if (shown === undefined) return
      const others = place.revealed.filter((id) => id !== shown.id)
      move({ caseId: shown.id, revealed: isRevealed ? others : [...others, shown.id] })
    },
  }
}
