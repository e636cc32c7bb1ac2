import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { newId } from '#client/app/new-id.ts'
import { rememberSaved } from './queue/remember-saved.ts'
import { createSaver, type Saver } from './queue/saver.ts'
import { saveOverHttp } from './queue/transport.ts'
import { unsentIn } from './queue/unsent.ts'

const SaverContext = createContext<Saver | null>(null)

/** The saver of the signed-in account. */
export function useSaver(): Saver {
  const saver = useContext(SaverContext)
  if (saver === null) throw new Error('useSaver outside SaverProvider')
  return saver
}

const browserClock = {
  now: () => new Date().toISOString(),
  after: (milliseconds: number, act: () => void) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Makes the saver for one account, and sends what waits whenever a field, a page or the window is left. */
export function SaverProvider({ userId, userName, children }: Props) {
  const queries = useQueryClient()
  const router = useRouter()
  const saver = useMemo(
    () =>
      createSaver({
        transport: saveOverHttp,
        clock: browserClock,
        newId,
        unsent: unsentIn(window.localStorage, userId),
        onSaved: (accompanimentId, saved) => rememberSaved(queries, accompanimentId, { ...saved, updatedBy: userName }),
      }),
    [queries, userId, userName],
  )

  useEffect(() => {
    const onBlur = () => saver.flush()
    const onHidden = () => {
      if (document.visibilityState === 'hidden') saver.flush({ keepalive: true })
    }
    const onGone = () => saver.flush({ keepalive: true })
    const onBack = () => saver.retry()
    document.addEventListener('focusout', onBlur)
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', onGone)
    window.addEventListener('online', onBack)
    const leaveRoute = router.subscribe('onBeforeNavigate', onBlur)
    saver.restore()
    return () => {
      document.removeEventListener('focusout', onBlur)
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', onGone)
      window.removeEventListener('online', onBack)
      leaveRoute()
    }
  }, [saver, router])

  return <SaverContext value={saver}>{children}</SaverContext>
}

type Props = { readonly userId: string; readonly userName: string; readonly children: ReactNode }
