import { outlines } from '#src/accompaniment/journeys/outline.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { paths } from '#client/app/paths.ts'
import { useAccompaniment, useMe, useProgress } from '#client/app/queries.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { JourneyPath } from '#client/journey/path.tsx'
import { valueAt } from '#client/saving/entry-value.ts'
import { PageTitle } from '#client/shell/page-title.tsx'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'
import { journeyCaptions } from './captions.ts'
import { NextMeeting } from './next-meeting.tsx'
import { NextPanel } from './next-panel.tsx'
import { OtherActions } from './other-actions.tsx'
import { Parts } from './parts.tsx'
import { PeopleSection } from './people-section.tsx'
import { RecentChanges } from './recent-changes.tsx'
import './home.css'

/** The accompaniment's home: where it stands, what is still to do, and the way to each part. */
export default function AccompanimentPage() {
  const id = usePathParameter('id')
  const accompaniment = useAccompaniment(id)
  const progress = useProgress(id)
  const me = useMe().data
  if (accompaniment.isError)
    return <ErrorState error={accompaniment.error} onRetry={() => void accompaniment.refetch()} />
  if (accompaniment.data === undefined) return <Loading lines={8} />
  const view = accompaniment.data

  return (
    <div className="page">
      <PageTitle
        title={view.structure.name}
        back={me?.standing === 'advisor' ? { to: paths.home, label: appTexts.myAccompaniments } : undefined}
        action={<OtherActions accompaniment={view} next={progress.data?.next ?? []} />}
      >
        {aboutLine(view)}
      </PageTitle>
      <JourneyPath
        journey={outlines[view.journey]}
        state={view.state}
        resumeState={view.resumeState}
        captions={journeyCaptions(view)}
      />
      <div className="with-rail">
        <div>
          <NextPanel accompaniment={view} progress={progress.data} error={progress.error} />
          <Parts accompaniment={view} progress={progress.data} />
        </div>
        <aside className="home-aside">
          <NextMeeting accompaniment={view} />
          <PeopleSection accompaniment={view} />
          <RecentChanges accompaniment={view} />
        </aside>
      </div>
    </div>
  )
}

/** « Utilité sociale et territoriale · ACI à Pantin · exercice 2025 · questionnaire 1.0.0 ». */
function aboutLine(view: AccompanimentView): string {
  const { structure, questionnaire } = view
  const period = valueAt('framing/period', view.entries['framing/period']?.value)
  const kinds = structure.kinds.map((kind) => t.kindShort[kind]).join(', ')
  return [
    view.methodTitle,
    t.kindsAt(kinds, structure.city ?? ''),
    period === undefined ? '' : t.period(period),
    t.version(questionnaire.version),
    view.isExample ? t.example : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
