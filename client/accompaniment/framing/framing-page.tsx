import { outlines } from '#src/accompaniment/journeys/outline.ts'
import { ownValue } from '#src/shared/own-value.ts'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { paths } from '#client/app/paths.ts'
import { useAccompaniment, useProgress } from '#client/app/queries.ts'
import { ConfidentialFramingFields } from '#client/awareness/framing-fields.tsx'
import { canWrite } from '#client/accompaniment/can-write.ts'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { useTargetField } from '#client/shell/use-target-field.ts'
import { FrameFields } from './frame-fields.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import { RequestFields } from './request-fields.tsx'
import { StructureSummary } from './structure-summary.tsx'
import { framingTexts as t } from './texts-fr.ts'
import '#client/fields/fields.css'
import './framing.css'

/** Qualification, framing and dates on one page: everything agreed before the work begins. */
export default function FramingPage() {
  const id = usePathParameter('id')
  const accompaniment = useAccompaniment(id)
  const progress = useProgress(id)
  useTargetField(accompaniment.data !== undefined)
  if (accompaniment.isError)
    return <ErrorState error={accompaniment.error} onRetry={() => void accompaniment.refetch()} />
  if (accompaniment.data === undefined) return <Loading lines={10} />
  const view = accompaniment.data
  const journey = outlines[view.journey]
  const readOnly = !canWrite(view, 'framing')
  const missing = progress.data?.next[0]?.missing.filter(({ target }) => target.page === 'framing').length

  return (
    <div className="page">
      <PageTitle title={t.title} back={{ to: paths.page(id, 'home'), label: view.structure.name }}>
        {readOnly ? t.readOnly : missing === undefined ? '' : t.lead(missing)}
      </PageTitle>
      <div className="framing-cols">
        <div>
          <StructureSummary accompaniment={view} />
          <RequestFields accompanimentId={id} motives={journey.motives} disabled={readOnly} />
        </div>
        <div>
          <FrameFields accompanimentId={id} audiences={journey.audiences.length === 1} disabled={readOnly} />
          {journey.confidential && <ConfidentialFramingFields accompanimentId={id} disabled={readOnly} />}
        </div>
      </div>
      <section aria-labelledby="meetings-title" className="framing-section">
        <h2 className="rule" id="meetings-title">
          {t.meetings}
        </h2>
        <p className="muted">{t.meetingsLead}</p>
        <div className="framing-meetings">
          {journey.meetings.map((meeting) => (
            <MeetingFields
              key={meeting}
              accompanimentId={id}
              meeting={meeting}
              title={ownValue(t.meetingNames, meeting) ?? meeting}
              disabled={!canWrite(view, 'meeting')}
            />
          ))}
        </div>
      </section>
    </div>
  )
}
