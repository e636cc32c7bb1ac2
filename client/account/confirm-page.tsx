import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { Refused, sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { BareFrame } from '#client/shell/bare-frame.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { firstNameOf } from './first-name.ts'
import { OpenFrame } from './open-frame.tsx'
import { accountTexts as t } from './texts-fr.ts'

/** The page behind a mailed link. It spends nothing: a mail scanner may open it; the button signs in. */
export default function ConfirmPage() {
  const token = usePathParameter('token')
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const link = useQuery({
    queryKey: ['sign-in-link', token],
    queryFn: () => api.signInLink(token),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })

  if (isSpent(link.error) || isSpent(failure)) return <DeadLink />
  if (link.data === undefined) {
    return (
      <BareFrame>
        {link.isError ? <ErrorState error={link.error} onRetry={() => void link.refetch()} /> : <Loading lines={3} />}
      </BareFrame>
    )
  }
  const { email, next } = link.data
  const firstName = firstNameOf(link.data)

  async function enter(): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await api.confirmSignIn(token)
      const wanted = window.sessionStorage.getItem('jalon:next')
      window.sessionStorage.removeItem('jalon:next')
      // Another person may have been signed in here: a full load forgets all that was read for them.
      window.location.replace(isOwnPath(wanted) ? wanted : isOwnPath(next) ? next : paths.home)
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <OpenFrame
      questions={[
        [t.notYou, t.notYouWhy],
        [t.sharedComputer, t.sharedComputerWhy],
      ]}
    >
      <PageTitle title={t.wantToEnter(firstName)}>{t.linkIsGood}</PageTitle>
      {firstName !== undefined && (
        <dl className="panel open-terms">
          <dt>{t.addressTerm}</dt>
          <dd>{email}</dd>
        </dl>
      )}
      {failure !== undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
      <button type="button" className="btn primary" aria-busy={busy} disabled={busy} onClick={() => void enter()}>
        {t.enter}
      </button>
    </OpenFrame>
  )
}

function DeadLink() {
  return (
    <OpenFrame questions={[[t.noPassword, t.noPasswordWhy]]}>
      <PageTitle title={t.deadTitle}>{t.deadLead}</PageTitle>
      <GoLink to={paths.signIn} className="btn primary">
        {t.newLink}
      </GoLink>
    </OpenFrame>
  )
}

/** Refused for good, as opposed to out of reach or a fault of the server. */
function isSpent(error: unknown): boolean {
  return error instanceof Refused && error.status >= 400 && error.status < 500 && error.status !== 429
}

/** A path of this application, never another site's address. */
function isOwnPath(path: string | null): path is string {
  return path !== null && /^\/(?![/\\])/.test(path)
}
