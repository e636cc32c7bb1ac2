import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Me } from '#src/contract/account.ts'
import { paths } from '#client/app/paths.ts'
import { EmptyState, ErrorState, Loading } from '#client/feedback/states.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { PortfolioRow } from './portfolio-row.tsx'
import { usePortfolio } from './portfolio-query.ts'
import { homeTexts } from './texts-fr.ts'

/** A member has one accompaniment most of the time: straight to it. */
export function MemberHome({ me }: { readonly me: Me }) {
  const navigate = useNavigate()
  const portfolio = usePortfolio('')
  const items = portfolio.data?.pages.flatMap((page) => page.items)
  const only = items?.length === 1 ? items[0]?.id : undefined
  useEffect(() => {
    if (only !== undefined) void navigate({ to: paths.page(only, 'home'), replace: true })
  }, [only, navigate])

  if (portfolio.isError) return <ErrorState error={portfolio.error} onRetry={() => void portfolio.refetch()} />
  if (items === undefined || only !== undefined) return <Loading />
  return (
    <div className="page">
      {items.length === 0 ? (
        <EmptyState title={homeTexts.memberEmpty}>{homeTexts.memberEmptyWhy}</EmptyState>
      ) : (
        <>
          <PageTitle title={homeTexts.memberTitle(me.user.name.split(' ')[0] ?? '')} />
          <ul className="portfolio-list">
            {items.map((item) => (
              <PortfolioRow key={item.id} item={item} action="none" />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
