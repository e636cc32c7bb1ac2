import { Choice } from '#client/opened/choice.tsx'
import { criterionOf, criterionResult, type Opened } from '#client/opened/opened.ts'
import { synthesisTexts } from './texts-fr.ts'

/** Action by action, what the page for everyone shows; until the structure decides, never one that lifts a warning. */
export function PublishedActions({ opened }: { readonly opened: Opened }) {
  const ids = opened.idsOf('action').filter((id) => opened.read(`action/${id}`)?.status !== 'dropped')
  const canWrite = opened.canWrite('published-action')
  return (
    <section aria-labelledby="published">
      <h2 className="rule" id="published">
        {synthesisTexts.published}
      </h2>
      <p className="small muted">{canWrite ? synthesisTexts.publishedWhy : synthesisTexts.publishedBy}</p>
      {ids.length === 0 && <p className="muted synthesis-none">{synthesisTexts.publishedNone}</p>}
      <ul className="consents">
        {ids.map((id) => (
          <PublishedAction key={id} opened={opened} id={id} canWrite={canWrite} />
        ))}
      </ul>
    </section>
  )
}

type PublishedActionProps = { readonly opened: Opened; readonly id: string; readonly canWrite: boolean }

function PublishedAction({ opened, id, canWrite }: PublishedActionProps) {
  const action = opened.read(`action/${id}`)
  if (action === undefined) return null
  const lifts = liftsWarning(opened, action.criterion)
  const shown = opened.read(`published-action/${id}`) ?? !lifts
  return (
    <li id={`published-action/${id}`}>
      <span>
        {action.title}
        {lifts && <span className="small published-lifts">{synthesisTexts.liftsWarning}</span>}
      </span>
      {canWrite ? (
        <Choice
          label={action.title}
          value={shown ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: synthesisTexts.show },
            { value: 'no', label: synthesisTexts.keep },
          ]}
          onChange={(answer) => opened.put(`published-action/${id}`, answer === 'yes')}
        />
      ) : (
        <b>{shown ? synthesisTexts.show : synthesisTexts.keep}</b>
      )}
    </li>
  )
}

function liftsWarning(opened: Opened, criterionId: string | undefined): boolean {
  if (criterionId === undefined) return false
  const isLegal = criterionOf(opened, criterionId)?.criterion.legal === true
  return isLegal && criterionResult(opened, criterionId)?.level === 1
}
