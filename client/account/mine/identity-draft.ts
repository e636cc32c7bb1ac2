import type { ChangeMeBody } from '#src/contract/account.ts'
import { isMailAddress } from '#client/app/mail-address.ts'
import { mineTexts as t } from './texts-fr.ts'

/** Who somebody says they are, as it is typed. */
type IdentityDraft = { readonly name: string; readonly email: string }
export type IdentityErrors = Partial<Record<'name' | 'email', string>>

/** What to correct, in French, by field; none when it can be sent. */
export function identityErrors({ name, email }: IdentityDraft): IdentityErrors {
  return {
    ...(name.trim() === '' ? { name: t.nameNeeded } : {}),
    ...(isMailAddress(email.trim()) ? {} : { email: t.emailNeeded }),
  }
}

/** What to send: the address only where it is another one, whatever its case. */
export function changeOf(draft: IdentityDraft, user: { readonly email: string }): ChangeMeBody {
  const email = draft.email.trim().toLowerCase()
  return { name: draft.name.trim(), ...(email === user.email ? {} : { email }) }
}
