import { thresholds } from '#src/accompaniment/thresholds.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { CustomElements } from './custom-elements.tsx'
import { OrderedList } from './ordered-list.tsx'
import { Proposals } from './proposals.tsx'
import { argumentsTexts } from './texts-fr.ts'
import { useArguments, type Arguments } from './use-arguments.ts'
import './arguments.css'

/** Choosing what the team is proudest of: three to ten arguments, in its words and its order. */
export default function ArgumentsPage() {
  return <OpenedPage>{(opened) => <ArgumentsOf opened={opened} />}</OpenedPage>
}

function ArgumentsOf({ opened }: { readonly opened: Opened }) {
  const chosen = useArguments(opened)
  const { ids, removed } = chosen
  const unwritten = ids.findIndex((id) => opened.read(`argument/${id}`)?.claim.trim() === '')

  return (
    <div className="page">
      <PageTitle
        title={argumentsTexts.title}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={<NextAction opened={opened} ids={ids} unwritten={unwritten} />}
      >
        {leadOf(ids.length, unwritten)}
      </PageTitle>
      {opened.view.frozen && <Note>{openedTexts.frozen}</Note>}
      <div className="arguments">
        <div className="stack">
          <Proposals opened={opened} chosen={chosen} />
          <CustomElements opened={opened} />
        </div>
        <section className="arguments-yours" aria-labelledby="your-arguments">
          <div className="group-head">
            <h2 id="your-arguments">{argumentsTexts.yours}</h2>
            <span>{argumentsTexts.firstOpens}</span>
          </div>
          {ids.length === 0 ? (
            <p className="muted proposals-none">{argumentsTexts.emptyOrder}</p>
          ) : (
            <OrderedList opened={opened} chosen={chosen} />
          )}
          {removed !== undefined && (
            <Note kind="ok">
              {argumentsTexts.removed}{' '}
              <button type="button" className="act" onClick={chosen.bringBack}>
                {openedTexts.undo}
              </button>
            </Note>
          )}
          <Gauge chosen={chosen} />
          {ids.length > 1 && opened.canWrite('argument') && (
            <p className="keys-help">
              <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {argumentsTexts.toMove}
            </p>
          )}
          <div className="arguments-note">
            <Note>{chosen.isFull ? argumentsTexts.full : argumentsTexts.neverImposed}</Note>
          </div>
        </section>
      </div>
    </div>
  )
}

function NextAction({ opened, ids, unwritten }: NextProps) {
  const id = ids[unwritten]
  if (id !== undefined) {
    return (
      <GoLink className="btn primary" to={paths.page(opened.id, 'arguments', `argument/${id}`)}>
        {argumentsTexts.writeIt(unwritten + 1)}
      </GoLink>
    )
  }
  if (ids.length < thresholds.fewestArguments) return null
  return (
    <GoLink className="btn primary" to={paths.page(opened.id, 'evidence')}>
      {argumentsTexts.toEvidence}
    </GoLink>
  )
}

function leadOf(count: number, unwritten: number): string {
  if (count === 0) return argumentsTexts.none
  const chosen = capitalised(argumentsTexts.chosen(count))
  if (unwritten >= 0) return `${chosen} ${argumentsTexts.toWrite(unwritten + 1)}`
  const missing = thresholds.fewestArguments - count
  return missing > 0 ? `${chosen} ${argumentsTexts.fewer(missing)}` : `${chosen} ${argumentsTexts.done}`
}

function Gauge({ chosen }: { readonly chosen: Arguments }) {
  return (
    <div role="img" aria-label={argumentsTexts.gauge(chosen.ids.length)}>
      <div className="gauge">
        {Array.from({ length: thresholds.mostArguments }, (_, index) => (
          <i key={index} className={index < chosen.ids.length ? 'in' : ''} />
        ))}
      </div>
      <div className="gauge-words">
        <span>{argumentsTexts.atLeast}</span>
        <span>{argumentsTexts.atMost}</span>
      </div>
    </div>
  )
}

type NextProps = { readonly opened: Opened; readonly ids: readonly string[]; readonly unwritten: number }
