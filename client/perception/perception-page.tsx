import { IconTicket } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import type { Perception } from '#src/questionnaire/sections/awareness.ts'
import type { PerceptionView } from '#src/contract/awareness.ts'
import { fullDay } from '#client/app/dates.ts'
import { newId } from '#client/app/new-id.ts'
import { paths } from '#client/app/paths.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { EmptyState, ErrorState, Loading } from '#client/feedback/states.tsx'
import { RemovalDialog } from '#client/feedback/removal-dialog.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { OpenForm } from './open-form.tsx'
import { perceptionApi, perceptionKey, usePerception } from './perception-api.ts'
import { Results } from './results.tsx'
import { perceptionTexts as t } from './texts-fr.ts'
import '#client/fields/fields.css'
import './perception.css'

/** The anonymous survey: opened, followed by its count alone, then read as it may be shown. */
export default function PerceptionPage() {
  return <OpenedPage>{(opened) => <Page opened={opened} />}</OpenedPage>
}

function Page({ opened }: { readonly opened: Opened }) {
  const { perception } = awarenessSections(opened.questionnaire)
  const survey = usePerception(opened.id)
  const back = { to: paths.page(opened.id, 'home'), label: opened.view.structure.name }
  if (perception === undefined)
    return (
      <div className="page">
        <PageTitle title={t.title} back={back}>
          {t.none}
        </PageTitle>
      </div>
    )
  if (survey.isError) return <ErrorState error={survey.error} onRetry={() => void survey.refetch()} />
  if (survey.data === undefined) return <Loading lines={8} />
  return <Survey opened={opened} perception={perception} survey={survey.data} />
}

function Survey({ opened, perception, survey }: SurveyProps) {
  const queries = useQueryClient()
  const refreshAccompaniment = useRefreshAccompaniment(opened.id)
  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: perceptionKey(opened.id) }), refreshAccompaniment()])
  const isAdvisor = opened.view.role === 'advisor'
  const { results } = survey
  const [main] = opened.progress.next
  const mayOpen = isAdvisor && (opened.view.state === 'awareness' || opened.view.state === 'perception')

  return (
    <div className="page">
      <PageTitle
        title={results?.shown === true ? t.saidBy(results.answers) : t.title}
        documentTitle={t.title}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={
          survey.status === 'closed' && opened.view.state === 'perception' && main !== undefined ? (
            <TransitionButton opened={opened} event={main.event} />
          ) : undefined
        }
      >
        {leadOf(survey)}
      </PageTitle>
      <div className="with-rail">
        <div className="stack">
          {survey.status === 'open' && <Window opened={opened} survey={survey} onClosed={refresh} />}
          {results?.shown === true && <Results results={results} perception={perception} />}
          {results?.shown === false && <EmptyState title={t.tooFewTitle}>{t.tooFewWhy(results.answers)}</EmptyState>}
          {mayOpen && survey.status !== 'open' && results?.shown !== true && (
            <OpenForm accompanimentId={opened.id} onOpened={refresh} />
          )}
          {survey.status === 'none' && !mayOpen && <NotOpen opened={opened} />}
        </div>
        <Aside opened={opened} survey={survey} />
      </div>
    </div>
  )
}

/** Before its time, or passed over with a reason: why there is nothing here. */
function NotOpen({ opened }: { readonly opened: Opened }) {
  const skipped = opened.view.transitions.findLast(({ event }) => event === 'skip-perception')
  if (skipped === undefined) return <EmptyState title={t.notOpenTitle}>{t.notOpenWhy}</EmptyState>
  return <EmptyState title={t.skippedTitle}>{t.skippedWhy(skipped.by, fullDay(skipped.at), skipped.reason)}</EmptyState>
}

/** While people answer, nothing but their number. */
function Window({ opened, survey, onClosed }: WindowProps) {
  const [closing, setClosing] = useState(false)
  const [operationId] = useState(newId)
  return (
    <section className="panel perception-window">
      <p className="perception-count">
        <b>{survey.answered}</b> {t.answered(survey.answered, survey.invited).replace(/^\S+\s/u, '')}
      </p>
      {opened.view.role === 'advisor' && (
        <>
          <p className="muted">{t.ticketsWhy}</p>
          <div className="row">
            <GoLink className="btn" to={paths.tickets(opened.id)}>
              <IconTicket size={20} aria-hidden />
              {t.tickets}
            </GoLink>
            <GoLink className="act" to={paths.poster(opened.id)}>
              {t.poster}
            </GoLink>
            <button type="button" className="act" onClick={() => setClosing(true)}>
              {t.close}
            </button>
          </div>
        </>
      )}
      {closing && (
        <RemovalDialog
          title={t.closeTitle}
          why={t.closeWhy}
          keep={t.keepOpen}
          remove={t.close}
          onRemove={async () => {
            await perceptionApi.close(opened.id, { operationId })
            await onClosed()
          }}
          onClose={() => setClosing(false)}
        />
      )}
    </section>
  )
}

function Aside({ opened, survey }: { readonly opened: Opened; readonly survey: PerceptionView }) {
  const { results } = survey
  const { landmarks } = awarenessSections(opened.questionnaire)
  if (results?.shown !== true)
    return (
      <aside className="perception-aside">
        <h2>{t.rulesTitle}</h2>
        <ul>
          {t.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </aside>
    )
  return (
    <aside className="perception-aside">
      <h2>{t.whoAnswered}</h2>
      <p>
        <b className="perception-figure">{results.answers}</b> {t.outOfInvited(survey.invited)}
      </p>
      <p className="small muted">
        {results.groups === undefined
          ? t.groupsHidden
          : results.groups.map(({ text, answers }) => `${answers} ${text}`).join(', ')}
      </p>
      <h2>{t.whyTitle}</h2>
      <p>{t.why}</p>
      <h2>{t.cannotTitle}</h2>
      <ul>
        {t.cannot.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <h2>{t.nextTitle}</h2>
      <p>{t.next(results.answers)}</p>
      {landmarks.length > 0 && (
        <>
          <h2>{t.landmarks}</h2>
          <p className="small muted">{t.landmarksWhy}</p>
          <ul>
            {landmarks.map(({ id, text, source }) => (
              <li key={id}>
                {text} <span className="small muted">{source}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}

function leadOf({ status, until, closedOn }: PerceptionView): string {
  if (status === 'open') return t.leadOpen(fullDay(until ?? ''))
  return status === 'closed' ? t.leadClosed(fullDay(closedOn ?? '')) : t.leadNone
}

type SurveyProps = { readonly opened: Opened; readonly perception: Perception; readonly survey: PerceptionView }
type WindowProps = {
  readonly opened: Opened
  readonly survey: PerceptionView
  readonly onClosed: () => Promise<unknown>
}
