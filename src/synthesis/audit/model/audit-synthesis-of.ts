import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { meetingLabels } from '#src/synthesis/meeting-labels-fr.ts'
import { headOf } from '#src/synthesis/model/head.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'
import { auditActions, suggestionsOf } from './actions.ts'
import type { AuditSynthesis } from './audit-synthesis.ts'
import { mostSupports, supportsOf, warningsOf } from './findings.ts'
import { perceptionPart } from './perception.ts'
import type { Contact, PublicStep } from './public-page.ts'
import { quizPart } from './quiz.ts'
import { stagesOf, tallyOf } from './stages.ts'

/** The read model of an audit of practices. `sheet` has been parsed against `questionnaire`, and `score` is its result. */
export function auditSynthesisOf(source: SynthesisSource): AuditSynthesis {
  const { questionnaire, score, context } = source
  const { quiz, perception, guidance, poster } = awarenessSections(questionnaire)
  const stages = stagesOf(source, score.strengths.slice(0, mostSupports))
  const criteria = stages.flatMap((stage) => stage.criteria)
  const titles = new Map(criteria.map(({ id, shortTitle }) => [id, shortTitle]))
  const plan = auditActions(source)
  const { message, leadPerson } = context

  return {
    format: 'jalon/synthesis@1',
    audience: 'lcd-internal',
    ...headOf(source),
    ...(leadPerson === undefined ? {} : { leadPerson }),
    ...(message === undefined ? {} : { message }),
    about: ['activites', 'territoire'].flatMap((id) => valueOf(source, id) ?? []),
    contact: contactOf(source),
    steps: stepsOf(source, plan.length > 0),
    stages,
    tally: tallyOf(source, stages),
    supports: supportsOf(source),
    otherStrengths: score.strengths.slice(mostSupports).map((id) => titles.get(id) ?? id),
    warnings: warningsOf(source, plan),
    quiz: quizPart(quiz, context.quiz),
    perception: perceptionPart(perception, context.perception, criteria, context.perceptionSkipped),
    plan,
    suggestions: plan.length > 0 ? [] : suggestionsOf(source),
    milestones: context.milestones ?? [],
    ...(guidance === undefined ? {} : { guidance }),
    ...(poster === undefined ? {} : { poster }),
  }
}

function stepsOf({ context, sheet }: SynthesisSource, hasPlan: boolean): readonly PublicStep[] {
  const { quiz, perception, meetings = [], deliveredOn, leadPerson } = context
  const met = meetings.some(({ label, on }) => label === meetingLabels['awareness'] && on <= (deliveredOn ?? ''))
  const aware = met || quiz?.rounds.before.shown === true || quiz?.rounds.after.shown === true
  const asked = perception !== undefined && (perception.shown || perception.reason === 'too-few')
  const steps: readonly (PublicStep | false)[] = [
    Object.keys(sheet.answers).length > 0 && 'practices-read',
    aware && 'team-aware',
    asked && 'people-asked',
    leadPerson !== undefined && 'person-named',
    hasPlan && 'plan-decided',
  ]
  return steps.filter((step) => step !== false)
}

function contactOf(source: SynthesisSource): Contact {
  const who = source.context.leadPerson ?? valueOf(source, 'contact-fonction')
  const phone = valueOf(source, 'contact-telephone')
  const email = valueOf(source, 'contact-courriel')
  return {
    ...(who === undefined ? {} : { who }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  }
}

function valueOf({ context }: SynthesisSource, id: string): string | undefined {
  const value = context.identity?.find((field) => field.id === id)?.value.trim()
  return value === '' ? undefined : value
}
