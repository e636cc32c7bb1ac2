import { isUnreachable } from '#src/access/reachable.ts'

/** How to greet somebody; undefined for a first advisor who has not said who they are. */
export function firstNameOf(user: { readonly name: string; readonly email: string }): string | undefined {
  return isUnreachable(user.email) ? undefined : (user.name.trim().split(/\s+/)[0] ?? user.name)
}
