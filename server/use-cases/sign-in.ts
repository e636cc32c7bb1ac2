import { confirmSignInBody, signInBody, type SignInLink } from '#src/contract/account.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { findLatestInvitation } from '#server/database/queries/accounts.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import { parseBody } from './parse-body.ts'

/** Sends a link to somebody known. The answer is the same for anybody. */
export async function requestSignIn(
  { accounts }: Services,
  address: string,
  sent: unknown,
): Promise<Result<undefined, Problem>> {
  const body = parseBody(signInBody, sent)
  if (!body.ok) return body
  const asked = await accounts.requestLink(body.value.email, address)
  return asked === 'accepted' ? ok(undefined) : refused({ code: 'too-many-requests' })
}

/** What the confirmation page shows before its button: nothing is spent by looking. */
export async function readSignInLink({ accounts, db }: Services, token: string): Promise<Result<SignInLink, Problem>> {
  const owner = await accounts.findLink(token)
  if (owner === undefined) return refused({ code: 'sign-in-link-spent' })

  const { email, name, networkId } = owner
  const invited = await within(db, networkId, (tx) => findLatestInvitation(tx, email))
  return ok({ email, name, next: invited === undefined ? '/' : `/accompaniments/${invited}` })
}

/** Spends the link: the cookies of the session it opens. */
export async function confirmSignIn(
  { accounts }: Services,
  address: string,
  sent: unknown,
): Promise<Result<readonly string[], Problem>> {
  const body = parseBody(confirmSignInBody, sent)
  if (!body.ok) return body
  const spent = await accounts.spendLink(body.value.token, address)
  if (spent === 'too-many') return refused({ code: 'too-many-requests' })
  return spent === 'spent' ? refused({ code: 'sign-in-link-spent' }) : ok(spent)
}
