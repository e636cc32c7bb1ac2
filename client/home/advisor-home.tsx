import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Me } from '#src/contract/account.ts'
import type { Portfolio, PortfolioItem } from '#src/contract/portfolio.ts'
import { firstNameOf } from '#client/account/first-name.ts'
import { WhoAreYou } from '#client/account/mine/who-are-you.tsx'
import { hours, longDay, nearDay, today } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { useShortcut } from '#client/app/shortcuts.ts'
import { DateLeaf } from '#client/drawing/date-leaf.tsx'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { meetingLabels } from '#client/history/texts-fr.ts'
import { TrackAxis } from '#client/journey/track.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { FirstStart } from './first-start.tsx'
import { PortfolioRow } from './portfolio-row.tsx'
import { usePortfolio } from './portfolio-query.ts'
import { homeTexts } from './texts-fr.ts'
import './portfolio.css'

/** The portfolio: accompaniments by whose turn it is, on one shared axis, and the next meetings. */
export function AdvisorHome({ me }: { readonly me: Me }) {
  const [search, setSearch] = useState('')
  const settled = useSettled(search.trim(), 250)
  const portfolio = usePortfolio(settled)
  const field = useRef<HTMLInputElement>(null)
  useShortcut(['/'], () => field.current?.focus())

  if (portfolio.isError) return <ErrorState error={portfolio.error} onRetry={() => void portfolio.refetch()} />
  const [head] = portfolio.data?.pages ?? []
  if (head === undefined) return <Loading />
  const items = portfolio.data?.pages.flatMap((page) => page.items) ?? []
  const firstName = firstNameOf(me.user)
  if (settled === '' && items.length === 0) return <FirstStart firstName={firstName} outbox={me.outbox} />

  return (
    <div className="page portfolio">
      <div className="portfolio-head">
        <PageTitle title={homeTexts.greeting(firstName, head.counts.advisor)} documentTitle={homeTexts.documentTitle}>
          {lead(head.meetings)}
        </PageTitle>
        <div className="portfolio-tools">
          <GoLink className="btn s" to={paths.newAccompaniment}>
            <IconPlus size={20} aria-hidden />
            {homeTexts.newAccompaniment}
          </GoLink>
          <div className="portfolio-search" role="search">
            <IconSearch size={20} aria-hidden />
            <input
              ref={field}
              className="input"
              type="search"
              maxLength={120}
              aria-label={homeTexts.search}
              placeholder={homeTexts.searchPlaceholder}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
            <kbd aria-hidden="true">/</kbd>
          </div>
        </div>
      </div>
      {firstName === undefined && <WhoAreYou />}
      <div className="portfolio-cols">
        <div>
          {items.length === 0 && (
            <div role="status">
              <p>{homeTexts.noMatch(settled)}</p>
              <button type="button" className="act" onClick={() => setSearch('')}>
                {homeTexts.clearSearch}
              </button>
            </div>
          )}
          {groups.map((group) => (
            <Group key={group} group={group} items={items} count={head.counts[group]} />
          ))}
          {portfolio.hasNextPage && (
            <button
              type="button"
              className="btn"
              aria-busy={portfolio.isFetchingNextPage}
              onClick={() => void portfolio.fetchNextPage()}
            >
              {homeTexts.more}
            </button>
          )}
        </div>
        <aside aria-labelledby="next-meetings">
          <h2 className="rule" id="next-meetings">
            {homeTexts.meetings}
          </h2>
          {head.meetings.length === 0 && <p className="muted portfolio-no-meeting">{homeTexts.noMeetings}</p>}
          <ul>
            {head.meetings.map((meeting, index) => (
              <li className="portfolio-meeting" key={`${meeting.accompanimentId} ${meeting.meeting}`}>
                <DateLeaf on={meeting.startsAt} here={index === 0} />
                <div>
                  <GoLink to={paths.page(meeting.accompanimentId, 'home')}>
                    {meetingLabels[meeting.meeting] ?? meeting.meeting}, {meeting.structure}
                  </GoLink>
                  <p className="small muted">
                    {[hours(meeting.startsAt, meeting.minutes), meeting.place].filter(Boolean).join(', ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </div>
  )
}

const groups = ['advisor', 'structure', 'later', 'done'] as const

function Group({ group, items, count }: GroupProps) {
  const own = items.filter((item) => item.waiting.group === group)
  if (own.length === 0) return null
  return (
    <section className="portfolio-group" aria-labelledby={`group-${group}`}>
      <header>
        <h2 id={`group-${group}`}>
          {homeTexts.groups[group]} <span>{count}</span>
        </h2>
        <TrackAxis />
      </header>
      <ul className="portfolio-list">
        {own.map((item, index) => (
          <PortfolioRow
            key={item.id}
            item={item}
            action={group === 'advisor' ? (index === 0 ? 'primary' : 'secondary') : 'none'}
          />
        ))}
      </ul>
    </section>
  )
}

type GroupProps = {
  readonly group: (typeof groups)[number]
  readonly items: readonly PortfolioItem[]
  readonly count: number
}

function lead(meetings: Portfolio['meetings']): string {
  const day = homeTexts.today(longDay(today()))
  const [next] = meetings
  return next === undefined ? day : `${day} ${homeTexts.nextMeeting(nearDay(next.startsAt), next.structure)}`
}

/** A value once it has rested. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
