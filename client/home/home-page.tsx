import { useMe } from '#client/app/queries.ts'
import { AdvisorHome } from './advisor-home.tsx'
import { MemberHome } from './member-home.tsx'

/** The first page: the portfolio of an advisor, or the accompaniment of a member. */
export default function HomePage() {
  const me = useMe().data
  if (me === undefined) return null
  return me.standing === 'advisor' ? <AdvisorHome me={me} /> : <MemberHome me={me} />
}
