import { lazy, Suspense, useState } from 'react'
import { can } from '#src/access/can.ts'
import type { Person } from '#src/contract/people.ts'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { fullDay, shortDay } from '#client/app/dates.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { useAccompaniment, useMe } from '#client/app/queries.ts'
import { PersonTag } from '#client/drawing/person-tag.tsx'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { PageTitle } from '#client/shell/page-title.tsx'
import { peopleTexts as t } from './texts-fr.ts'
import './people.css'

const InviteDialog = lazy(() => import('./invite-dialog.tsx'))
const RemoveDialog = lazy(() => import('./remove-dialog.tsx'))

/** Who has access to the accompaniment, since when and until when. */
export default function PeoplePage() {
  const id = usePathParameter('id')
  const accompaniment = useAccompaniment(id)
  const me = useMe().data
  const [inviting, setInviting] = useState(false)
  const [removed, setRemoved] = useState<Person>()
  if (accompaniment.isError)
    return <ErrorState error={accompaniment.error} onRetry={() => void accompaniment.refetch()} />
  if (accompaniment.data === undefined) return <Loading />
  const { people, role, structure } = accompaniment.data

  return (
    <div className="page narrow">
      <PageTitle
        title={capitalised(t.title(people.length))}
        back={{ to: paths.page(id, 'home'), label: structure.name }}
        action={
          can(role, 'invite') && (
            <button type="button" className="btn primary" onClick={() => setInviting(true)}>
              {t.invite}
            </button>
          )
        }
      >
        {t.lead}
      </PageTitle>
      <ul className="people-list">
        {people.map((person) => (
          <li key={person.userId}>
            <PersonTag name={person.name}>
              {[person.jobTitle, journeyTexts.roles[person.role].toLocaleLowerCase('fr')].filter(Boolean).join(', ')}
              <br />
              {person.email}
              <br />
              {[
                person.seenAt === undefined ? t.notSeen(shortDay(person.invitedAt)) : t.seen(shortDay(person.seenAt)),
                person.expiresOn === undefined ? '' : t.until(fullDay(person.expiresOn)),
              ]
                .filter((part) => part !== '')
                .join(', ')}
            </PersonTag>
            {can(role, 'remove-person') && person.userId !== me?.user.id && (
              <button type="button" className="act" onClick={() => setRemoved(person)}>
                {t.remove}
                <span className="vh"> : {person.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {inviting && <InviteDialog accompaniment={accompaniment.data} onClose={() => setInviting(false)} />}
        {removed !== undefined && (
          <RemoveDialog accompanimentId={id} person={removed} onClose={() => setRemoved(undefined)} />
        )}
      </Suspense>
    </div>
  )
}
