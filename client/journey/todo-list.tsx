import { IconArrowRight, IconChevronDown, IconCircleCheck } from '@tabler/icons-react'
import type { MissingStep, MissingStepCode } from '#src/accompaniment/missing-step.ts'
import type { Role } from '#src/accompaniment/states.ts'
import { capitalised, fr } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { settledSentence } from './settled-sentences.ts'
import { stepSentence } from './step-sentences.ts'
import { journeyTexts } from './texts-fr.ts'
import './journey.css'

/** What is still to do: one line a step, with its reason, the link to the very field, and who can do it. */
export function TodoList({ accompanimentId, steps, role, settled = [] }: TodoProps) {
  return (
    <>
      <ul className="todo-list">
        {steps.map((step) => {
          const { title, why, link } = stepSentence(step)
          return (
            <li key={`${step.code} ${'entry' in step.target ? step.target.entry : ''} ${title}`} className="todo">
              <span className="todo-ring" aria-hidden="true" />
              <div>
                <p className="todo-title">{title}</p>
                <p className="muted">{why}</p>
              </div>
              <div className="todo-do">
                <GoLink className="act" to={paths.step(accompanimentId, step.target)}>
                  {link}
                  <span className="vh">{fr(` : ${title}`)}</span>
                  <IconArrowRight size={18} aria-hidden />
                </GoLink>
                <span className="quiet small">{whoCan(step.who, role)}</span>
              </div>
            </li>
          )
        })}
      </ul>
      {settled.length > 0 && (
        <details className="todo-settled">
          <summary>
            <IconCircleCheck size={24} aria-hidden />
            <span>{capitalised(journeyTexts.settledTitle(settled.length))}</span>
            <IconChevronDown size={18} aria-hidden />
          </summary>
          <ul>
            {settled.map((code) => (
              <li key={code}>{settledSentence(code)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** « Vous », « Vous ou l'équipe », « La référente ou le référent ». */
export function whoCan(who: readonly Role[], self: Role): string {
  const others = who.filter((role) => role !== self).map((role) => journeyTexts.whoElse[role])
  const all = who.includes(self) ? [journeyTexts.whoIsYou, ...others.slice(0, 1)] : others
  return capitalised(journeyTexts.whoOr(all.filter((words) => words !== '')))
}

type TodoProps = {
  readonly accompanimentId: string
  readonly steps: readonly MissingStep[]
  readonly role: Role
  readonly settled?: readonly MissingStepCode[]
}
