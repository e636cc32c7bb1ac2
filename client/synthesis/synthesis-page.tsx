import { lazy, Suspense, useState } from 'react'
import type { Audience } from '#src/accompaniment/entry.ts'
import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import type { MissingStep } from '#src/accompaniment/missing-step.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Note } from '#client/feedback/note.tsx'
import { stepSentence } from '#client/journey/step-sentences.ts'
import { TodoList } from '#client/journey/todo-list.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { AudienceChoice } from './audience-choice.tsx'
import { Documents } from './documents.tsx'
import { MessageAndConsents } from './message-and-consents.tsx'
import { PublishedActions } from './published-actions.tsx'
import { synthesisTexts } from './texts-fr.ts'
import './synthesis.css'

/** The one that shows only what the structure decides. */
const publicAudience: Audience = 'lcd-public'

const Preview = lazy(() => import('./preview.tsx'))

/** The document: what it lacks, as it would print, its revisions, and the direction's decision. */
export default function SynthesisPage() {
  return <OpenedPage>{(opened) => <SynthesisOf opened={opened} />}</OpenedPage>
}

function SynthesisOf({ opened }: { readonly opened: Opened }) {
  const { state, role } = opened.view
  const { audiences } = outlineOf(opened.questionnaire)
  const [chosen, setChosen] = useState<Audience>()
  const audience = chosen ?? audiences[0] ?? 'full'
  const [main] = opened.progress.next
  const missing = isDelivered(opened) ? [] : (main?.missing ?? []).map(onThisPage)
  const [first] = missing
  const isOpen = isWriting(opened) || state === 'review'

  return (
    <div className="page">
      <PageTitle
        title={titleOf(opened)}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={
          <>
            {main !== undefined && missing.length === 0 && isOpen && (
              <TransitionButton opened={opened} event={main.event} />
            )}
            {first !== undefined && isOpen && first.code !== 'synthesis-not-printed' && (
              <GoLink className="btn primary" to={paths.step(opened.id, first.target)}>
                {stepSentence(first).title}
              </GoLink>
            )}
            {state === 'review' && <TransitionButton opened={opened} event="send-back" primary={false} />}
          </>
        }
      >
        {leadOf(opened, missing.length)}
      </PageTitle>
      <div className="synthesis">
        <div className="synthesis-side">
          {missing.length > 0 && (
            <section aria-labelledby="missing">
              <h2 className="rule" id="missing">
                {synthesisTexts.missing}
              </h2>
              <TodoList accompanimentId={opened.id} steps={missing} role={role} />
            </section>
          )}
          {audiences.length > 1 && <AudienceChoice audiences={audiences} value={audience} onChange={setChosen} />}
          {audience === publicAudience && <PublishedActions opened={opened} />}
          <MessageAndConsents opened={opened} />
          <Documents opened={opened} />
        </div>
        <section className="synthesis-preview" aria-label={synthesisTexts.preview}>
          <p className="synthesis-preview-head">{synthesisTexts.preview}</p>
          <Suspense fallback={<Note>{appTexts.loading}</Note>}>
            <Preview opened={opened} audience={audience} />
          </Suspense>
        </section>
      </div>
    </div>
  )
}

/** A step of this very page leads to its own part of it, not to the top where the reader already is. */
function onThisPage(step: MissingStep): MissingStep {
  return step.code === 'synthesis-not-printed' ? { ...step, target: { page: 'synthesis', entry: 'documents' } } : step
}

/** The next move is to hand it over for review, whatever the journey calls that time. */
function isWriting({ view, progress }: Opened): boolean {
  return view.state === 'drafting' || progress.next[0]?.event === 'submit-for-review'
}

function isDelivered({ view }: Opened): boolean {
  return view.state === 'delivered' || view.state === 'follow-up' || view.state === 'closed'
}

function titleOf(opened: Opened): string {
  if (isDelivered(opened)) return synthesisTexts.states.delivered
  return opened.view.state === 'review' ? synthesisTexts.states.review : synthesisTexts.states.writing
}

function leadOf(opened: Opened, missing: number): string {
  const { state, frozen, role } = opened.view
  if (isDelivered(opened)) return frozen ? synthesisTexts.deliveredLead : synthesisTexts.correcting
  if (!isWriting(opened) && state !== 'review') return synthesisTexts.early
  if (missing > 0) return capitalised(synthesisTexts.left(missing))
  if (isWriting(opened)) return synthesisTexts.readyForReview
  return role === 'referent' ? synthesisTexts.yourReview : synthesisTexts.readyForDirection
}
