import { useQuery } from '@tanstack/react-query'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { fullDay } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { EmptyState, ErrorState, Loading } from '#client/feedback/states.tsx'
import { Qr } from '#client/meeting/live/qr.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { perceptionApi, usePerception } from './perception-api.ts'
import { perceptionTexts as t } from './texts-fr.ts'
import './sheets.css'

/** The tickets to print and cut: a code for one person, nobody's name on it. */
export default function TicketsPage() {
  return <OpenedPage>{(opened) => <Page opened={opened} />}</OpenedPage>
}

function Page({ opened }: { readonly opened: Opened }) {
  const survey = usePerception(opened.id)
  const enquiry = paths.page(opened.id, 'perception')
  if (survey.isError) return <ErrorState error={survey.error} onRetry={() => void survey.refetch()} />
  if (survey.data === undefined) return <Loading lines={8} />
  if (survey.data.status === 'open') return <Tickets opened={opened} until={survey.data.until} />
  return (
    <div className="page">
      <PageTitle title={t.ticketPage} back={{ to: enquiry, label: t.back }} />
      <EmptyState
        title={t.noTickets}
        actions={
          <GoLink className="btn" to={enquiry}>
            {t.back}
          </GoLink>
        }
      >
        {survey.data.status === 'none' ? t.noTicketsYet : t.noTicketsLeft}
      </EmptyState>
    </div>
  )
}

function Tickets({ opened, until }: { readonly opened: Opened; readonly until: string | undefined }) {
  // Never kept: the sheet is printed, and leaves the screen.
  const tickets = useQuery({
    queryKey: ['tickets', opened.id],
    queryFn: () => perceptionApi.tickets(opened.id),
    gcTime: 0,
    staleTime: Infinity,
  })
  if (tickets.isError) return <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
  if (tickets.data === undefined) return <Loading lines={8} />
  const title = awarenessSections(opened.questionnaire).perception?.title ?? ''
  const door = `${window.location.origin}/join`

  return (
    <div className="page tickets-page">
      <PageTitle
        title={t.ticketPage}
        back={{ to: paths.page(opened.id, 'perception'), label: t.back }}
        action={
          <button type="button" className="btn primary" onClick={() => window.print()}>
            {t.print}
          </button>
        }
      >
        {t.ticketsWhy}
      </PageTitle>
      <ul className="tickets">
        {tickets.data.tickets.map((ticket) => (
          <li key={ticket}>
            <Qr text={`${door}#${ticket}`} label={ticket} />
            <div>
              <b>{title}</b>
              <p>{t.ticketHow}</p>
              <p>
                {door.replace(/^https?:\/\//u, '')} <strong>{`${ticket.slice(0, 4)} ${ticket.slice(4)}`}</strong>
              </p>
              {until !== undefined && <p>{t.ticketUntil(fullDay(until))}</p>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
