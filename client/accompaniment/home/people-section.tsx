import { lazy, Suspense, useState } from 'react'
import { can } from '#src/access/can.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { paths } from '#client/app/paths.ts'
import { PersonTag } from '#client/drawing/person-tag.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'

const InviteDialog = lazy(() => import('#client/accompaniment/people/invite-dialog.tsx'))

/** Who takes part, and, for those who may, the invitation. */
export function PeopleSection({ accompaniment }: { readonly accompaniment: AccompanimentView }) {
  const [inviting, setInviting] = useState(false)
  const { id, people, role } = accompaniment
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{t.people}</h2>
      {people.length === 0 && <p className="muted">{t.noPeople}</p>}
      <ul className="home-people">
        {people.slice(0, 4).map((person) => (
          <li key={person.userId}>
            <PersonTag name={person.name}>
              {[person.jobTitle, journeyTexts.roles[person.role].toLocaleLowerCase('fr')].filter(Boolean).join(', ')}
            </PersonTag>
          </li>
        ))}
      </ul>
      <div className="row">
        {can(role, 'invite') && (
          <button type="button" className="act" onClick={() => setInviting(true)}>
            {t.invite}
          </button>
        )}
        {people.length > 0 && (
          <GoLink className="act" to={paths.page(id, 'people')}>
            {t.seePeople}
          </GoLink>
        )}
      </div>
      {inviting && (
        <Suspense fallback={null}>
          <InviteDialog accompaniment={accompaniment} onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </section>
  )
}
