import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link inside the application; `to` comes from `paths`, with its fragment if it has one. */
export function GoLink({ to, children, ...rest }: GoLinkProps) {
  const [pathname = '', hash] = to.split('#')
  return (
    <Link to={pathname} {...(hash === undefined ? {} : { hash })} preload="intent" activeOptions={exactly} {...rest}>
      {children}
    </Link>
  )
}

/** Only the very place one is at is the current one: a page has many fields, and a path many pages under it. */
const exactly = { exact: true, includeHash: true }

type GoLinkProps = {
  readonly to: string
  readonly children: ReactNode
  readonly className?: string
  readonly id?: string
  readonly onClick?: (() => void) | undefined
  readonly 'aria-current'?: 'page' | 'step' | 'true' | undefined
  readonly 'aria-label'?: string
}
