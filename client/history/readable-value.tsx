import { actionStatuses, type EntryValue } from '#src/accompaniment/entry.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { fullDay, hour, longDay, readDate } from '#client/app/dates.ts'
import { formatNumber, formatPercent, fr } from '#client/app/fr.ts'
import { useAccompaniment, useQuestionnaire } from '#client/app/queries.ts'
import { Level, rodValueOf } from '#client/drawing/level.tsx'
import { planTexts } from '#client/plan/texts-fr.ts'
import { valueAt } from '#client/saving/entry-value.ts'
import { familyLabels, framingLabels, historyTexts, meetingLabels } from './texts-fr.ts'

/** A saved value as a person reads it: a level with its rod, a figure with its unit, a date in words. */
export function ReadableValue({ accompanimentId, entryKey, value }: ReadableProps) {
  const accompaniment = useAccompaniment(accompanimentId)
  const questionnaire = useQuestionnaire(accompaniment.data)
  if (value === null) return <span className="muted">{historyTexts.erased}</span>
  if (entryKey.startsWith('criterion/')) {
    const answer = valueAt('criterion/', value)
    return (
      <>
        <Level value={rodValueOf(answer)} names={questionnaire.data?.levelNames} />
        {answer && 'reason' in answer && answer.reason !== undefined && (
          <span className="readable-more">{answer.reason}</span>
        )}
        {answer?.example !== undefined && answer.example !== '' && (
          <span className="readable-more">{answer.example}</span>
        )}
      </>
    )
  }
  return <span>{readableText(entryKey, value, questionnaire.data)}</span>
}

type ReadableProps = {
  readonly accompanimentId: string
  readonly entryKey: string
  readonly value: EntryValue | null
}

/** The same without drawing: one line, in French. */
export function readableText(key: string, value: EntryValue, questionnaire: Questionnaire | undefined): string {
  if (typeof value === 'boolean') return value ? historyTexts.yes : historyTexts.no
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'string') return readableString(key, value, questionnaire)
  if (Array.isArray(value)) return historyTexts.reordered
  const fields: Readonly<Record<string, unknown>> = { ...value }
  if (fields['unavailable'] === true)
    return historyTexts.unavailable(typeof fields['reason'] === 'string' ? fields['reason'] : '')
  if (key.startsWith('indicator/')) {
    const unit = questionnaire?.indicators.find(({ id }) => id === key.split('/')[1])?.unit ?? ''
    return 'numerator' in fields
      ? historyTexts.fraction(formatNumber(Number(fields['numerator'])), formatNumber(Number(fields['denominator'])))
      : fr(`${formatNumber(Number(fields['value']))} ${unit}`)
  }
  if (key.startsWith('action/')) return actionLine(fields)
  if (typeof fields['startsAt'] === 'string') return `${longDay(fields['startsAt'])}, ${hour(fields['startsAt'])}`
  if (typeof fields['member'] === 'boolean') return fields['member'] ? historyTexts.member : historyTexts.notMember
  return Object.entries(fields)
    .filter(
      ([name, each]) => (typeof each === 'string' || typeof each === 'number') && !hidden.has(name) && each !== '',
    )
    .map(([, each]) => (typeof each === 'number' ? formatNumber(each) : String(each)))
    .join(' · ')
}

/** « En cours, 40 %, Direction, 30 avril 2027 » : what the log of an action is read for. */
function actionLine(fields: Readonly<Record<string, unknown>>): string {
  const { title, status, progressPercent, statusReason, owner, dueOn } = fields
  const known = actionStatuses.find((each) => each === status)
  return [
    title,
    known && planTexts.board.statuses[known],
    typeof progressPercent === 'number' ? formatPercent(progressPercent) : '',
    statusReason,
    owner,
    typeof dueOn === 'string' ? fullDay(dueOn) : '',
  ]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(' · ')
}

/** Identifiers inside a value, which no one reads. */
const hidden: ReadonlySet<string> = new Set(['criterion', 'origin', 'originId', 'indicator'])

function readableString(key: string, value: string, questionnaire: Questionnaire | undefined): string {
  const [family, field] = key.split('/')
  if (family === 'identity') {
    const choice = questionnaire?.identity?.find(({ id }) => id === field)?.choices?.find(({ id }) => id === value)
    if (choice) return choice.label
  }
  if (value === 'entity' || value === 'group') return historyTexts.scopes[value]
  return /^\d{4}-\d\d-\d\d$/.test(value) && readDate(value) ? fullDay(value) : value
}

/** What an entry is called on screen: « Levée des freins à l'emploi », « Nom d'usage », « Réunion 2 ». */
export function entryLabel(key: string, questionnaire: Questionnaire | undefined): string {
  const [family = '', id = ''] = key.split('/')
  const found =
    family === 'criterion'
      ? questionnaire?.dimensions.flatMap(({ criteria }) => criteria).find((each) => each.id === id)?.title
      : family === 'indicator'
        ? questionnaire?.indicators.find((each) => each.id === id)?.label
        : family === 'identity'
          ? questionnaire?.identity?.find((each) => each.id === id)?.label
          : family === 'plan-exception'
            ? questionnaire?.dimensions.find((each) => each.id === id)?.title
            : undefined
  if (found !== undefined) return found
  if (family === 'framing') return framingLabels[id] ?? family
  if (family === 'meeting') return meetingLabels[id] ?? family
  return familyLabels[family] ?? family
}
