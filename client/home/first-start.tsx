import { WhoAreYou } from '#client/account/mine/who-are-you.tsx'
import { paths } from '#client/app/paths.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { homeTexts } from './texts-fr.ts'
import './portfolio.css'

/** A network with nothing in it: what to do, and the shape of what will come. No table of zeros. */
export function FirstStart({
  firstName,
  outbox,
}: {
  readonly firstName: string | undefined
  readonly outbox: boolean
}) {
  const t = homeTexts.firstWays
  const ways = [
    { title: t.accompaniment, why: t.accompanimentWhy, to: paths.newAccompaniment, button: homeTexts.newAccompaniment },
    { title: t.structures, why: t.structuresWhy, to: paths.structures, button: t.structuresButton },
    ...(outbox ? [{ title: t.outbox, why: t.outboxWhy, to: paths.outbox, button: t.outboxButton }] : []),
  ]
  return (
    <div className="page first-start">
      <div>
        <PageTitle title={homeTexts.welcome(firstName)} documentTitle={homeTexts.documentTitle}>
          {homeTexts.welcomeLead}
        </PageTitle>
        {firstName === undefined && <WhoAreYou />}
        <ol className="first-ways">
          {ways.map(({ title, why, to, button }, index) => (
            <li key={to}>
              <span className="first-number" aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <h2>{title}</h2>
                <p>{why}</p>
              </div>
              <GoLink className={index === 0 ? 'btn primary' : 'btn'} to={to}>
                {button}
              </GoLink>
            </li>
          ))}
        </ol>
      </div>
      <aside>
        <h2>{homeTexts.willCome}</h2>
        <div className="first-ghosts" aria-hidden="true">
          {['a', 'b', 'c'].map((row) => (
            <div key={row}>
              <i />
              <div>
                {Array.from({ length: 12 }, (_, tick) => (
                  <i key={tick} />
                ))}
              </div>
            </div>
          ))}
        </div>
        <p className="muted">{homeTexts.willComeWhy}</p>
      </aside>
    </div>
  )
}
