import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { keys } from '#client/app/query-client.ts'
import type { Opened } from '#client/opened/opened.ts'

/** What one window of the meeting saves, the other reads again; its own save moves nothing in it. */
export function useOtherWindow({ id, view }: Opened): void {
  const queries = useQueryClient()
  const stamp = Object.values(view.entries).reduce((sum, { revision }) => sum + revision, 0)
  const known = useRef(stamp)

  useEffect(() => {
    const channel = new BroadcastChannel(`jalon:meeting:${id}`)
    channel.addEventListener('message', () => void queries.invalidateQueries({ queryKey: keys.accompaniment(id) }))
    return () => channel.close()
  }, [id, queries])

  useEffect(() => {
    if (stamp === known.current) return
    known.current = stamp
    const channel = new BroadcastChannel(`jalon:meeting:${id}`)
    channel.postMessage(stamp)
    channel.close()
  }, [stamp, id])
}

/** Goes to the criterion that a link asks for (`#criterion/<id>`), once; the address is then cleared for the keys to move. */
export function useWantedCriterion(go: (criterionId: string) => void): void {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const latest = useRef(go)
  const wanted = decodeURIComponent(hash).match(/^criterion\/(.+)$/)?.[1]
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    if (wanted === undefined) return
    latest.current(wanted)
    void navigate({ to: '.', hash: '', replace: true })
  }, [wanted, navigate])
}
