import type { AuditAction, AuditSynthesis } from './audit-synthesis.ts'
import type { PublicAction, PublicSynthesis } from './public-page.ts'

/** The public page of an audit: what was decided to be shown, and nothing from which the rest may be guessed. */
export function publicSynthesisOf(audit: AuditSynthesis): PublicSynthesis {
  const { structure, networkName, isExample, deliveredOn, message, plan, contact, steps, poster, questionnaire } = audit
  const shown = plan.filter(({ published }) => published !== 'no')
  return {
    format: 'jalon/synthesis@1',
    audience: 'lcd-public',
    fingerprint: audit.fingerprint,
    structureName: structure.name,
    ...(networkName === undefined ? {} : { networkName }),
    isExample,
    ...(deliveredOn === undefined ? {} : { deliveredOn }),
    ...(message === undefined || message.trim() === '' ? {} : { commitment: message.trim() }),
    title: poster?.title ?? questionnaire.title,
    ...(poster === undefined ? {} : { words: poster }),
    steps,
    done: shown.filter(({ done }) => done).map((action) => publicAction(action)),
    // By date: the plan's own order would tell what is urgent.
    planned: shown
      .filter(({ done }) => !done)
      .map((action) => publicAction(action, action.dueOn?.slice(0, 7)))
      .toSorted((a, b) => compare(a.month ?? '9999', b.month ?? '9999') || compare(a.title, b.title)),
    contact,
  }
}

/** The description was written for the team: it goes to the wall with an action that the structure chose, not else. */
function publicAction({ title, description, published }: AuditAction, month?: string): PublicAction {
  const detail = published === 'chosen' ? (description ?? '').trim() : ''
  return { title, ...(detail === '' ? {} : { detail }), ...(month === undefined ? {} : { month }) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
