import type { ReactNode } from 'react'
import { Refused, sentenceOf } from '#client/app/api.ts'
import { paths } from '#client/app/paths.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import './feedback.css'

/** Nothing here yet: what will come, and the one thing to do. */
export function EmptyState({ title, children, actions }: EmptyProps) {
  return (
    <div className="empty-state">
      <Pole height={40} />
      <h2>{title}</h2>
      <div className="muted">{children}</div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  )
}

type EmptyProps = { readonly title: string; readonly children: ReactNode; readonly actions?: ReactNode }

/** A page that could not be read: what happened, what is kept, what to do. A 404 is said without blame. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (error instanceof Refused && (error.status === 404 || error.status === 403)) return <NotFound />
  return (
    <div className="page narrow">
      <PageTitle title={appTexts.loadFailed} />
      <p role="alert" className="error-why">
        {sentenceOf(error)}
      </p>
      {error instanceof Refused && error.requestId !== undefined && (
        <p className="quiet small">{appTexts.requestId(error.requestId)}</p>
      )}
      <div className="row error-actions">
        {onRetry && (
          <button type="button" className="btn primary" onClick={onRetry}>
            {appTexts.retry}
          </button>
        )}
        <GoLink to={paths.home}>{appTexts.backHome}</GoLink>
      </div>
    </div>
  )
}

export function NotFound() {
  return (
    <div className="page narrow">
      <PageTitle title={appTexts.notFoundTitle} />
      <p className="muted error-why">{appTexts.notFoundWhy}</p>
      <GoLink to={paths.home} className="btn primary">
        {appTexts.backHome}
      </GoLink>
    </div>
  )
}

/** The shape of a page to come, so that nothing jumps; `lines` is how many rows it will roughly have. */
export function Loading({ lines = 5 }: { readonly lines?: number }) {
  return (
    <div className="page" aria-busy="true">
      <p className="vh" role="status">
        {appTexts.loading}
      </p>
      <div className="skeleton" aria-hidden="true">
        <i className="skeleton-title" />
        {Array.from({ length: lines }, (_, line) => (
          <i key={line} className={line % 2 === 0 ? 'skeleton-line' : 'skeleton-line short'} />
        ))}
      </div>
    </div>
  )
}
