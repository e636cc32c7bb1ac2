import { IconLock } from '@tabler/icons-react'
import { useEffect } from 'react'
import { paths } from '#client/app/paths.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Pole } from '#client/drawing/pole.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { usePerception } from '#client/perception/perception-api.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { RestitutionColumns } from './columns.tsx'
import { Profile } from './profile.tsx'
import { restitutionOf } from './restitution.ts'
import { restitutionTexts as t } from './texts-fr.ts'
import './restitution.css'
import './wall.css'

/** The same map for the room: one screen, readable from the back, and a question to end on. */
export default function WallPage() {
  return <OpenedPage>{(opened) => <Wall opened={opened} />}</OpenedPage>
}

function Wall({ opened }: { readonly opened: Opened }) {
  const survey = usePerception(opened.id).data?.results
  const restitution = restitutionOf(opened, survey)
  const { stages, warnings, supports, levelled } = restitution
  useEffect(() => {
    document.body.classList.add('projected')
    document.title = appTexts.pageTitle(t.documentTitle)
    return () => document.body.classList.remove('projected')
  }, [])

  return (
    <div className="wall">
      <header>
        <p>
          <Pole height={44} /> {opened.view.structure.name}
        </p>
        <p>
          <IconLock size="1em" aria-hidden /> {t.confidential}
          <GoLink className="wall-leave" to={paths.page(opened.id, 'restitution')}>
            {t.leave}
          </GoLink>
        </p>
      </header>
      <h1>{levelled === 0 ? t.titleBefore : t.title(warnings.length, supports.length)}</h1>
      <Profile stages={stages} warnings={new Map(warnings.map(({ id }, index) => [id, index + 1]))} />
      <RestitutionColumns opened={opened} restitution={restitution} most={3} mostSaid={2} />
      <p className="wall-question">{t.question}</p>
    </div>
  )
}
