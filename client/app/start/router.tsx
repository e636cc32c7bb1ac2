import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { ErrorState, Loading, NotFound } from '#client/feedback/states.tsx'
import { BareFrame } from '#client/shell/bare-frame.tsx'
import { SignedIn } from '#client/shell/signed-in.tsx'
import { memberPages, openPages, type PageLoader } from './pages.ts'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <BareFrame>
      <NotFound />
    </BareFrame>
  ),
  errorComponent: ({ error, reset }) => (
    <BareFrame>
      <ErrorState error={error} onRetry={reset} />
    </BareFrame>
  ),
})

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

const withPages = root.addChildren([
  ...Object.entries(openPages).map(([path, load]) =>
    createRoute({ getParentRoute: () => root, path, component: pageOf(load) }),
  ),
  signedIn.addChildren(
    Object.entries(memberPages).map(([path, load]) =>
      createRoute({ getParentRoute: () => signedIn, path, component: pageOf(load) }),
    ),
  ),
])

/** Every page is its own chunk, fetched when a link to it is hovered or focused. */
export const router = createRouter({
  routeTree: withPages,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading />,
  defaultPendingMs: 200,
  scrollRestoration: true,
})

function pageOf(load: PageLoader) {
  return lazyRouteComponent(load)
}
