import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { isUnreachable } from '#src/access/reachable.ts'
import type { Advisor, Me } from '#src/contract/account.ts'
import { api } from '#client/app/endpoints.ts'
import { keys } from '#client/app/query-client.ts'
import { PersonTag } from '#client/drawing/person-tag.tsx'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { mineTexts as t } from './texts-fr.ts'

const InviteColleague = lazy(() => import('./invite-colleague.tsx'))
const RemoveColleague = lazy(() => import('./remove-colleague.tsx'))

/** The advisors of the network: who they are, and who comes or goes. */
export function Colleagues({ me }: { readonly me: Me }) {
  const queries = useQueryClient()
  const advisors = useQuery({ queryKey: keys.advisors, queryFn: api.advisors })
  const [inviting, setInviting] = useState(false)
  const [leaving, setLeaving] = useState<Advisor>()
  const [said, setSaid] = useState('')
  const changed = (sentence: string) => {
    setSaid(sentence)
    return queries.invalidateQueries({ queryKey: keys.advisors })
  }
  if (advisors.isError) return <ErrorState error={advisors.error} onRetry={() => void advisors.refetch()} />
  if (advisors.data === undefined) return <Loading lines={3} />
  const isAlone = advisors.data.length < 2

  return (
    <section className="mine-section" aria-labelledby="colleagues">
      <h2 className="rule" id="colleagues">
        {t.colleagues(advisors.data.length)}
      </h2>
      <p className="muted">{isAlone ? t.aloneWhy : t.colleaguesWhy}</p>
      {!isAlone && (
        <ul className="mine-colleagues">
          {advisors.data.map((advisor) => (
            <li key={advisor.id}>
              <PersonTag name={advisor.name}>
                {[isUnreachable(advisor.email) ? '' : advisor.email, advisor.id === me.user.id ? t.you : '']
                  .filter((part) => part !== '')
                  .join(', ')}
              </PersonTag>
              {advisor.id !== me.user.id && (
                <button type="button" className="act" onClick={() => setLeaving(advisor)}>
                  {t.remove}
                  <span className="vh"> : {advisor.name}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <button type="button" className="btn" onClick={() => setInviting(true)}>
          {t.invite}
        </button>
        <span role="status">{said}</span>
      </div>
      <Suspense fallback={null}>
        {inviting && (
          <InviteColleague
            isAnonymous={isUnreachable(me.user.email)}
            onInvited={(advisor) => changed(t.sent(advisor.name))}
            onClose={() => setInviting(false)}
          />
        )}
        {leaving !== undefined && (
          <RemoveColleague
            advisor={leaving}
            onRemoved={() => changed(t.removed(leaving.name))}
            onClose={() => setLeaving(undefined)}
          />
        )}
      </Suspense>
    </section>
  )
}
