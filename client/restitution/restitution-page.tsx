import { IconPresentation } from '@tabler/icons-react'
import { paths } from '#client/app/paths.ts'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { usePerception } from '#client/perception/perception-api.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { RestitutionColumns } from './columns.tsx'
import { Presence } from './presence.tsx'
import { Profile, ProfileTable } from './profile.tsx'
import { restitutionOf } from './restitution.ts'
import { restitutionTexts as t } from './texts-fr.ts'
import './restitution.css'

/** The restitution: the map of stages, what to protect first, what to lean on. */
export default function RestitutionPage() {
  return <OpenedPage>{(opened) => <Page opened={opened} />}</OpenedPage>
}

function Page({ opened }: { readonly opened: Opened }) {
  const survey = usePerception(opened.id).data?.results
  const restitution = restitutionOf(opened, survey)
  const { stages, warnings, supports, levelled, unread } = restitution
  const [main] = opened.progress.next
  const isHere = opened.view.state === 'restitution'

  return (
    <div className="page">
      <PageTitle
        title={
          levelled === 0 ? t.titleBefore : t.title({ warnings: warnings.length, supports: supports.length, unread })
        }
        documentTitle={t.documentTitle}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={
          <div className="row">
            <GoLink className="btn s" to={paths.wall(opened.id)}>
              <IconPresentation size={20} aria-hidden />
              {t.project}
            </GoLink>
            {isHere && main !== undefined && <TransitionButton opened={opened} event={main.event} />}
          </div>
        }
      >
        {t.lead}
      </PageTitle>
      <Profile stages={stages} warnings={new Map(warnings.map(({ id }, index) => [id, index + 1]))} />
      <ProfileTable stages={stages} />
      <RestitutionColumns opened={opened} restitution={restitution} />
      <Presence opened={opened} />
    </div>
  )
}
