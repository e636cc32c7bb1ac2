import { IconFlask } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { api } from '#client/app/endpoints.ts'
import { paths } from '#client/app/paths.ts'
import { useMe } from '#client/app/queries.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { Conflicts } from '#client/saving/conflicts.tsx'
import { SaverProvider } from '#client/saving/saver-context.tsx'
import { AppBar } from './app-bar.tsx'
import { BareFrame } from './bare-frame.tsx'
import './shell.css'

/** The frame of every page that needs someone signed in. Without anyone, `api.ts` has already led to the sign-in page. */
export function SignedIn() {
  const me = useMe()
  const queries = useQueryClient()
  const main = useFocusOnNavigation()
  if (me.data === undefined) {
    return (
      <BareFrame>
        {me.isError ? <ErrorState error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
      </BareFrame>
    )
  }

  async function signOut(): Promise<void> {
    await api.signOut().catch(() => undefined)
    queries.clear()
    window.location.assign(paths.signIn)
  }

  return (
    <SaverProvider userId={me.data.user.id} userName={me.data.user.name}>
      <a className="skip" href="#content">
        {appTexts.skipToContent}
      </a>
      <AppBar me={me.data} onSignOut={() => void signOut()} />
      <main id="content" ref={main} tabIndex={-1}>
        {me.data.network.hasExample && (
          <p className="strip-example">
            <IconFlask size={18} aria-hidden />
            {appTexts.exampleLong}
            {appTexts.exampleRest}
          </p>
        )}
        <Outlet />
      </main>
      <Conflicts />
    </SaverProvider>
  )
}

/** A change of page is a change of place: the reader's focus goes to it, unless the page itself takes it to a field. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const { pathname, hash } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    // Moving from one field to another within a page is that page's business.
    if (shown.current === pathname) return
    shown.current = pathname
    if (hash !== '') return
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname, hash])
  return main
}
