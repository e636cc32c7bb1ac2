import { useEffect, useRef, useState } from 'react'
import type { Asked } from '#client/phone/ask.ts'
import { onNetworkHint } from './network-hints.ts'
import { retryDelays } from './position-queue.ts'

/** The one send at the end: tried until the server answers, whatever the network does meanwhile. */
export type Sending =
  | { readonly state: 'ready' | 'sending' | 'waiting' | 'sent' }
  | { readonly state: 'refused'; readonly sentence?: string }

export function useSending(send: () => Promise<Asked<unknown>>) {
  const [sending, setSending] = useState<Sending>({ state: 'ready' })
  const attempts = useRef(0)
  const timer = useRef<number | undefined>(undefined)
  const isBusy = useRef(false)

  async function attempt(): Promise<void> {
    if (isBusy.current) return
    isBusy.current = true
    window.clearTimeout(timer.current)
    setSending({ state: attempts.current === 0 ? 'sending' : 'waiting' })
    const reply = await send()
    isBusy.current = false
    if (reply.kind === 'answered') return setSending({ state: 'sent' })
    if (reply.kind === 'refused' && reply.status !== 429) {
      return setSending({ state: 'refused', ...(reply.sentence === undefined ? {} : { sentence: reply.sentence }) })
    }
    const delay = retryDelays[Math.min(attempts.current, retryDelays.length - 1)] ?? 0
    const asked = reply.kind === 'refused' ? (reply.retryAfter ?? 10) * 1000 : 0
    attempts.current += 1
    setSending({ state: 'waiting' })
    timer.current = window.setTimeout(() => void attempt(), Math.max(delay, asked))
    return undefined
  }

  useEffect(() => {
    if (sending.state !== 'waiting') return undefined
    return onNetworkHint(() => void attempt())
  })
  useEffect(() => () => window.clearTimeout(timer.current), [])

  return { sending, start: () => void attempt() }
}
