import { IconArrowLeft, IconCheck, IconList } from '@tabler/icons-react'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Criterion, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { paths } from '#client/app/paths.ts'
import { rodValueOf } from '#client/drawing/level.tsx'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { valueAt } from '#client/saving/entry-value.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { assessmentTexts as t } from './texts-fr.ts'

type Placed = Criterion & { readonly dimensionId: string }

/** All criteria by dimension, with the rod of each answer; the present dimension is open, the others lead to what is left. */
export function CriterionList(props: CriterionListProps) {
  const { accompaniment, questionnaire, criteria, current, open, onToggle, position, progress } = props
  const answerOf = (id: string) => {
    const key = `criterion/${id}` as const
    return valueAt(key, accompaniment.entries[key]?.value)
  }
  const done = criteria.filter(({ id }) => answerOf(id) !== undefined).length
  const to = (id: string) => paths.page(accompaniment.id, 'positioning', `criterion/${id}`)

  return (
    <nav className={open ? 'assess-side open' : 'assess-side'} aria-label={t.navigation}>
      <GoLink className="back" to={paths.page(accompaniment.id, 'home')}>
        <IconArrowLeft size={18} aria-hidden />
        {accompaniment.structure.name}
      </GoLink>
      <button type="button" className="assess-toggle" aria-expanded={open} onClick={onToggle}>
        <IconList size={22} aria-hidden />
        {position}
      </button>
      <div className="assess-progress" aria-hidden="true">
        <i style={{ width: `${Math.round(progress * 100)}%` }} />
      </div>
      <div className="assess-list">
        <h2>{t.yourAnswers}</h2>
        <p className="small muted">{done === criteria.length ? t.allDone(done) : t.sum(done, criteria.length)}</p>
        <ul>
          {questionnaire.dimensions.map((dimension) => {
            const own = criteria.filter((criterion) => criterion.dimensionId === dimension.id)
            const [first] = own
            if (first === undefined) return null
            const answered = own.filter(({ id }) => answerOf(id) !== undefined).length
            const name = dimension.shortTitle ?? dimension.title
            const tally = (
              <span className={answered === own.length ? 'assess-tally done' : 'assess-tally'}>
                {answered === own.length && <IconCheck size={18} aria-hidden />}
                {answered} / {own.length}
              </span>
            )
            if (dimension.id !== current.dimensionId) {
              const next = own.find(({ id }) => answerOf(id) === undefined) ?? first
              return (
                <li key={dimension.id}>
                  <GoLink className="assess-dimension" to={to(next.id)} onClick={open ? onToggle : undefined}>
                    {name}
                    {tally}
                  </GoLink>
                </li>
              )
            }
            return (
              <li key={dimension.id}>
                <span className="assess-dimension current">
                  {name}
                  {tally}
                </span>
                <ul className="assess-criteria">
                  {own.map((criterion) => (
                    <li key={criterion.id}>
                      <GoLink
                        to={to(criterion.id)}
                        onClick={open ? onToggle : undefined}
                        aria-current={criterion.id === current.id ? 'page' : undefined}
                      >
                        <LevelRod value={rodValueOf(answerOf(criterion.id))} height={24} />
                        <span>
                          {criterion.shortTitle}
                          <span className="vh">{answerWords(answerOf(criterion.id))}</span>
                        </span>
                      </GoLink>
                    </li>
                  ))}
                </ul>
              </li>
            )
          })}
        </ul>
      </div>
    </nav>
  )
}

type CriterionListProps = {
  readonly accompaniment: AccompanimentView
  readonly questionnaire: Questionnaire
  readonly criteria: readonly Placed[]
  readonly current: Placed
  /** On a narrow screen the list is behind a button. */
  readonly open: boolean
  readonly onToggle: () => void
  readonly position: string
  /** 0 to 1, in the dimension. */
  readonly progress: number
}

function answerWords(answer: CriterionAnswer | undefined): string {
  if (answer === undefined) return t.answered.none
  if ('level' in answer) return t.answered.level(answer.level)
  return 'unknown' in answer ? t.answered.unknown : t.answered.notApplicable
}
