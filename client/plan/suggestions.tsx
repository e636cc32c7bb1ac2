import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState, type SubmitEvent } from 'react'
import type { ActionEntry } from '#src/accompaniment/entry.ts'
import { api } from '#client/app/endpoints.ts'
import { fr, formatNumber } from '#client/app/fr.ts'
import { keys } from '#client/app/query-client.ts'
import { criterionOf, openCriteria, type Opened } from '#client/opened/opened.ts'
import { SelectField } from '#client/opened/select-field.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { planTexts } from './texts-fr.ts'
import { actionOf, nextLevel, type Plan } from './use-plan.ts'

const shownFirst = 4

/** What may enter the plan: the questionnaire's suggestions with their reason, shared practices, the team's own words. */
export function Suggestions({ opened, plan, onAdded }: SuggestionsProps) {
  const [all, setAll] = useState(false)
  const [writing, setWriting] = useState(false)
  const practices = useQuery({ queryKey: keys.practices, queryFn: () => api.practices() })
  const taken = new Set(plan.plan.map(({ originId }) => originId))
  const suggested = opened.progress.score.suggestedActions.flatMap((one) => {
    const action = taken.has(one.action) ? undefined : actionOf(opened, one)
    return action === undefined ? [] : [{ one, action }]
  })
  const shared = (practices.data ?? []).filter(({ id }) => !taken.has(id))
  const shown = all ? suggested : suggested.slice(0, shownFirst)

  function add(action: Omit<ActionEntry, 'status'>): void {
    onAdded(plan.add(action))
  }

  return (
    <aside className="suggestions" aria-labelledby="suggestions">
      <h2 className="rule" id="suggestions">
        {planTexts.suggestions}
      </h2>
      {suggested.length === 0 && (
        <p className="muted suggestions-none">
          {opened.progress.score.suggestedActions.length === 0 ? planTexts.noSuggestion : planTexts.allTaken}
        </p>
      )}
      {plan.isFull && <p className="suggestions-none">{planTexts.full}</p>}
      <ul>
        {shown.map(({ one, action }) => {
          const criterion = criterionOf(opened, one.criterion)?.criterion
          return (
            <li key={one.action}>
              <b>{fr(action.title)}</b>
              <p className="small muted">
                {planTexts.suggestionWhy(
                  criterion?.shortTitle ?? '',
                  4 - one.parts.gap,
                  formatNumber(one.index, 1),
                  planTexts.priorities[one.priority],
                )}
                {criterion?.legal === true && ` ${planTexts.suggestionLegal}`}
              </p>
              {plan.canAdd && <AddButton title={action.title} onAdd={() => add(action)} />}
            </li>
          )
        })}
        {shared.slice(0, all ? shared.length : 1).map(({ id, title, structure, criteria }) => (
          <li key={id}>
            <b>{fr(title)}</b>
            <p className="small muted">
              {structure === undefined ? planTexts.practiceAnonymous : planTexts.practiceWhy(structure)}
            </p>
            {plan.canAdd && (
              <AddButton
                title={title}
                onAdd={() =>
                  add({ title, origin: 'practice', originId: id, impact: 2, effort: 2, ...aimOf(opened, criteria[0]) })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {!all && suggested.length > shownFirst && (
        <button type="button" className="act" onClick={() => setAll(true)}>
          {planTexts.moreSuggestions(suggested.length - shownFirst)}
        </button>
      )}
      {plan.canAdd &&
        (writing ? (
          <OwnAction
            opened={opened}
            onDone={(action) => {
              if (action !== undefined) add(action)
              setWriting(false)
            }}
          />
        ) : (
          <p>
            <button type="button" className="act" onClick={() => setWriting(true)}>
              {planTexts.own}
            </button>
          </p>
        ))}
    </aside>
  )
}

function AddButton({ title, onAdd }: { readonly title: string; readonly onAdd: () => void }) {
  return (
    <button type="button" className="btn s" onClick={onAdd}>
      <IconPlus size={18} aria-hidden />
      {planTexts.add}
      <span className="vh"> {title}</span>
    </button>
  )
}

function OwnAction({ opened, onDone }: OwnProps) {
  const [title, setTitle] = useState('')
  const [criterion, setCriterion] = useState('')
  const [missing, setMissing] = useState(false)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (title.trim() === '') return setMissing(true)
    onDone({
      title: title.trim(),
      origin: 'team',
      impact: 2,
      effort: 2,
      ...aimOf(opened, criterion === '' ? undefined : criterion),
    })
  }

  return (
    <form className="panel stack own-action" onSubmit={submit} noValidate>
      <TextField
        label={planTexts.form.title}
        max={90}
        value={title}
        error={missing ? planTexts.titleNeeded : undefined}
        onChange={(text) => {
          setTitle(text)
          setMissing(false)
        }}
      />
      <SelectField
        label={planTexts.ownCriterion}
        value={criterion}
        options={[
          { value: '', label: planTexts.ownNoCriterion },
          ...openCriteria(opened).map((each) => ({ value: each.criterion.id, label: each.criterion.title })),
        ]}
        onChange={setCriterion}
      />
      <div className="row">
        <button type="submit" className="btn s">
          {planTexts.ownAdd}
        </button>
        <button type="button" className="btn s ghost" onClick={() => onDone(undefined)}>
          {openedTexts.close}
        </button>
      </div>
    </form>
  )
}

/** The criterion an action moves, and one level more than its own. */
function aimOf(opened: Opened, criterion: string | undefined): Pick<ActionEntry, 'criterion' | 'targetLevel'> {
  if (criterion === undefined || criterionOf(opened, criterion) === undefined) return {}
  const answer = opened.read(`criterion/${criterion}`)
  const targetLevel = answer !== undefined && 'level' in answer ? nextLevel(answer.level) : undefined
  return { criterion, ...(targetLevel === undefined ? {} : { targetLevel }) }
}

type SuggestionsProps = { readonly opened: Opened; readonly plan: Plan; readonly onAdded: (id: string) => void }
type OwnProps = { readonly opened: Opened; readonly onDone: (action: Omit<ActionEntry, 'status'> | undefined) => void }
