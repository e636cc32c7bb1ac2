import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { PerceptionItemResult, PerceptionResults, QuizResults } from '#src/anonymity/results.ts'
import type { Audience } from '#src/accompaniment/entry.ts'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { milestones } from '#src/plan/milestones.ts'
import { progressPlan } from '#src/plan/progress-plan.ts'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import type { Criterion, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { auditSynthesisOf } from '#src/synthesis/audit/model/audit-synthesis-of.ts'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { composeFor, type Composed } from '#src/synthesis/compose.ts'
import type { SynthesisContext } from '#src/synthesis/synthesis-context.ts'
import { readSheet } from '#server/cli/sheet.ts'
import type { Example } from './example-synthesis.ts'

const folder = new URL('../../../questionnaires/lutte-discriminations/1.0.0/examples/', import.meta.url)

/** An example that comes with the questionnaire of the audit of practices: one with a plan, or one without. */
export async function readAuditExample(name = 'les-passerelles-du-port.json'): Promise<Example> {
  const read = await readSheet(fileURLToPath(new URL(name, folder)))
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const { questionnaire, sha256, sheet } = read.value
  return { questionnaire, sha256, sheet, score: scoreAnswerSheet(questionnaire, sha256, sheet) }
}

type Changes = { readonly sheet?: Partial<AnswerSheet>; readonly context?: SynthesisContext }

/** A document of the same with another sheet or context, scored again. */
export function auditDocument(
  example: Example,
  audience: Audience,
  { sheet: changes, context }: Changes = {},
): Composed {
  const sheet = { ...example.sheet, ...changes }
  const score = scoreAnswerSheet(example.questionnaire, example.sha256, sheet)
  return composeFor(audience, {
    questionnaire: example.questionnaire,
    sheet,
    score,
    ...(context === undefined ? {} : { context }),
    hash: (text) => hash('sha256', text, 'hex'),
  })
}

/** The read model both documents are made of. */
export function auditModel(example: Example, { sheet: changes, context }: Changes = {}): AuditSynthesis {
  const sheet = { ...example.sheet, ...changes }
  const score = scoreAnswerSheet(example.questionnaire, example.sha256, sheet)
  return auditSynthesisOf({
    questionnaire: example.questionnaire,
    sheet,
    score,
    fingerprint: 'f'.repeat(64),
    context: context ?? {},
  })
}

export function criteriaOf({ questionnaire }: Example): readonly Criterion[] {
  return questionnaire.dimensions.flatMap(({ criteria }) => criteria)
}

/** The same answer to every criterion. */
export function allAt(example: Example, level: 1 | 2 | 3 | 4): Partial<AnswerSheet> {
  return { answers: Object.fromEntries(criteriaOf(example).map(({ id }) => [id, { level }])), plan: [] }
}

/** All that an accompaniment knows at its end: meetings, quiz, survey, a plan of eight actions. */
export function fullContext(example: Example, sheet: AnswerSheet = example.sheet): SynthesisContext {
  const { questionnaire, sha256 } = example
  const plan = planOf(questionnaire, sha256, sheet)
  return {
    networkName: 'Réseau d’exemple',
    isExample: true,
    deliveredOn: '2026-12-03',
    revision: 1,
    meetings: [
      { label: 'Cadrage avec la direction', on: '2026-09-10' },
      { label: 'Sensibilisation de l’équipe', on: '2026-09-29' },
      { label: 'Audit des pratiques, première séance', on: '2026-10-20' },
      { label: 'Audit des pratiques, deuxième séance', on: '2026-11-03' },
      { label: 'Restitution à la direction', on: '2026-11-17' },
      { label: 'Plan de progrès', on: '2026-11-24' },
    ],
    identity: [
      { id: 'activites', label: 'Activités', value: 'Logistique et propreté' },
      { id: 'contact-telephone', label: 'Téléphone', value: '01 99 00 12 34' },
      { id: 'contact-courriel', label: 'Courriel', value: 'egalite@structure.example' },
    ],
    leadPerson: 'la référente égalité',
    plan,
    milestones: milestones('2026-12-03', plan),
    quiz: quizOf(questionnaire),
    perception: perceptionOf(questionnaire),
  }
}

function planOf(questionnaire: Questionnaire, sha256: string, sheet: AnswerSheet): readonly PlannedAction[] {
  const score = scoreAnswerSheet(questionnaire, sha256, sheet)
  const targets = [...new Set([...score.warnings, ...score.suggestedActions.map(({ criterion }) => criterion)])]
  return progressPlan(
    questionnaire,
    score,
    targets.slice(0, 8).map((criterion, index) => ({
      id: `00000000-0000-4000-8000-00000000000${index}`,
      title: `Décider par écrit, avec toute l’équipe, ce que l’on fait pour le point ${'abcdefgh'[index]}`,
      origin: 'team',
      criterion,
      targetLevel: 3,
      impact: 2,
      effort: 2,
      owner: 'Référente égalité',
      dueOn: `2027-0${index + 1}-15`,
      firstStep: 'Écrire la règle en une page',
      deliverable: 'Règle remise à tous',
      status: index === 7 ? 'done' : 'todo',
    })),
  )
}

function quizOf(questionnaire: Questionnaire): QuizResults {
  const round = (answers: number, right: (index: number) => number) => ({
    shown: true as const,
    answers,
    cases: awarenessSections(questionnaire).quiz.map(({ id }, index) => ({
      id,
      right: right(index),
      options: [],
    })),
  })
  return {
    rounds: { before: round(12, (index) => 4 + ((index * 5) % 8)), after: round(9, (index) => 5 + (index % 5)) },
  }
}

function perceptionOf(questionnaire: Questionnaire): PerceptionResults {
  const items = awarenessSections(questionnaire).perception?.items ?? []
  const answers = 57
  return {
    shown: true,
    answers,
    groups: [
      { id: 'parcours', text: 'salarié ou salariée en parcours d’insertion', answers: 38 },
      { id: 'permanent', text: 'salarié permanent ou salariée permanente', answers: 19 },
    ],
    items: items.flatMap(({ id, kind, text, choices }, index): PerceptionItemResult[] => {
      if (kind === 'group') return []
      if (index % 6 === 5) return [{ id, kind, text, row: 'masked' }]
      const agree = 20 + ((index * 7) % 30)
      const good = choices.filter(({ favourable }) => favourable === true)
      const other = choices.filter(({ favourable }) => favourable !== true)
      const classOf = (own: typeof choices, count: number) => ({
        choices: own.map((choice) => choice.id),
        text: own.map((choice) => choice.text).join(' ou '),
        count,
      })
      const row = [classOf(good, agree), classOf(other, answers - agree)]
      const half = Math.floor(agree / 2)
      const split = {
        parcours: [classOf(good, half), classOf(other, 38 - half)],
        permanent: [classOf(good, Math.min(19, agree - half)), classOf(other, Math.max(0, 19 - agree + half))],
      }
      return [{ id, kind, text, row, ...(kind === 'statement' ? { split } : {}) }]
    }),
  }
}
