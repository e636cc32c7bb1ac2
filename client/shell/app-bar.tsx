import { IconChevronDown, IconFlask, IconLogout, IconMail, IconTrash, IconUser } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useLocation } from '@tanstack/react-router'
import { isUnreachable } from '#src/access/reachable.ts'
import type { Me } from '#src/contract/account.ts'
import { paths } from '#client/app/paths.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { initials } from '#client/drawing/person-tag.tsx'
import { GuidanceDoor } from '#client/guidance/guidance-door.tsx'
import { SaveState } from '#client/saving/save-state.tsx'
import { Brand } from './brand.tsx'
import { GoLink } from './go-link.tsx'
import { DisclosureMenu } from './menu.tsx'
import './shell.css'

const RemoveExample = lazy(() => import('#client/home/remove-example.tsx'))

/** The top of every page: where one can go, whether work is saved, that this is an example, and one's account. */
export function AppBar({ me, onSignOut }: { readonly me: Me; readonly onSignOut: () => void }) {
  const [removing, setRemoving] = useState(false)
  const { pathname } = useLocation()
  const isAnonymous = isUnreachable(me.user.email)
  const links = me.standing === 'advisor' ? advisorLinks : memberLinks

  return (
    <>
      <header className="bar">
        <Brand />
        <nav aria-label={appTexts.mainNavigation}>
          <NavLinks links={links} pathname={pathname} />
        </nav>
        <div className="bar-end">
          <SaveState />
          <GuidanceDoor pathname={pathname} />
          {me.network.hasExample && (
            <span className="tag example">
              <IconFlask size={18} aria-hidden />
              <span>
                {appTexts.exampleLong}
                <span className="long">{appTexts.exampleRest}</span>
              </span>
            </span>
          )}
          <DisclosureMenu
            buttonClass="me"
            button={
              <>
                <span className="face" aria-hidden="true">
                  {isAnonymous ? <IconUser size={18} /> : initials(me.user.name)}
                </span>
                <span className="me-name">
                  {!isAnonymous && <span className="vh">{appTexts.account}</span>}
                  {isAnonymous ? appTexts.myAccount : me.user.name}
                </span>
                <IconChevronDown size={18} aria-hidden />
              </>
            }
          >
            {(close) => (
              <>
                {!isAnonymous && <p className="small muted">{me.user.email}</p>}
                <div className="menu-nav">
                  <NavLinks links={links} pathname={pathname} onGo={close} />
                </div>
                <GoLink to={paths.account} onClick={close}>
                  <IconUser size={20} aria-hidden />
                  {appTexts.myAccount}
                </GoLink>
                {me.outbox && me.standing === 'advisor' && (
                  <GoLink to={paths.outbox} onClick={close}>
                    <IconMail size={20} aria-hidden />
                    {appTexts.outbox}
                  </GoLink>
                )}
                {me.network.hasExample && me.standing === 'advisor' && (
                  <button
                    type="button"
                    onClick={() => {
                      close()
                      setRemoving(true)
                    }}
                  >
                    <IconTrash size={20} aria-hidden />
                    {appTexts.removeExample}
                  </button>
                )}
                <button type="button" onClick={onSignOut}>
                  <IconLogout size={20} aria-hidden />
                  {appTexts.signOut}
                </button>
              </>
            )}
          </DisclosureMenu>
        </div>
      </header>
      {removing && (
        <Suspense fallback={null}>
          <RemoveExample onClose={() => setRemoving(false)} />
        </Suspense>
      )}
    </>
  )
}

type NavLink = { readonly to: string; readonly label: string; readonly under: readonly string[] }

const advisorLinks: readonly NavLink[] = [
  { to: paths.home, label: appTexts.accompaniments, under: ['/accompaniments'] },
  { to: paths.structures, label: appTexts.structures, under: ['/structures'] },
  { to: paths.practices, label: appTexts.practices, under: ['/practices'] },
]
const memberLinks: readonly NavLink[] = [
  { to: paths.home, label: appTexts.ourAccompaniment, under: ['/accompaniments'] },
]

function NavLinks({ links, pathname, onGo }: NavLinksProps): ReactNode {
  return links.map(({ to, label, under }) => (
    <GoLink
      key={to}
      to={to}
      aria-current={pathname === to || under.some((path) => pathname.startsWith(path)) ? 'page' : undefined}
      {...(onGo === undefined ? {} : { onClick: onGo })}
    >
      {label}
    </GoLink>
  ))
}

type NavLinksProps = {
  readonly links: readonly NavLink[]
  readonly pathname: string
  readonly onGo?: () => void
}
