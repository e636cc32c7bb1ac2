import type { Perception, PerceptionItem } from '#src/questionnaire/sections/awareness.ts'
import type { PerceptionItemResult, PerceptionResults } from './results.ts'
import {
  fewestAnswers,
  fewestInClass,
  suppressRow,
  suppressSplit,
  type CountedClass,
  type GroupCounts,
} from './suppress.ts'

/** One person's answers: choice by item id. An item left out counts as declined. */
export type PerceptionAnswers = Readonly<Record<string, string>>

/**
 * All that may be shown of a closed survey, decided together: the one object of screen, PDF, export and API (scoring
 * rules, §7). Nothing under seven answers, and no group under seven people. Statements are counted in three broad classes, those who agree, those who do
 * not, those who declined: finer classes would mostly be under five and hide the rows they are meant to tell.
 *
 * @param answers of a window that has closed, in any order: the result does not depend on it.
 */
export function perceptionResults(perception: Perception, answers: readonly PerceptionAnswers[]): PerceptionResults {
  if (answers.length < fewestAnswers) return { shown: false, answers: answers.length, reason: 'too-few' }

  const grouping = perception.items.find(({ kind }) => kind === 'group')
  const groups = grouping === undefined ? [] : groupsOf(grouping, answers)
  const splits =
    groups.length > 0 &&
    groups.every(({ declined, members }) => members.length >= (declined ? fewestInClass : fewestAnswers))

  return {
    shown: true,
    answers: answers.length,
    ...(splits
      ? {
          groups: groups
            .filter(({ declined }) => !declined)
            .map(({ id, text, members }) => ({ id, text, answers: members.length })),
        }
      : {}),
    items: perception.items.flatMap((item) =>
      item.kind === 'group' ? [] : [itemResult(item, item.kind, answers, splits ? groups : [])],
    ),
  }
}

type Group = {
  readonly id: string
  readonly text: string
  readonly declined: boolean
  readonly members: readonly PerceptionAnswers[]
}

/** Who answered they are what; those who declined are a group only where there is someone in it. */
function groupsOf(grouping: PerceptionItem, answers: readonly PerceptionAnswers[]): readonly Group[] {
  const chosen = (answer: PerceptionAnswers) => choiceOf(grouping, answer)
  const named = grouping.choices.filter(({ declined }) => declined !== true)
  const decliners = answers.filter((answer) => !named.some(({ id }) => id === chosen(answer)))
  return [
    ...named.map(({ id, text }) => ({
      id,
      text,
      declined: false,
      members: answers.filter((answer) => chosen(answer) === id),
    })),
    ...(decliners.length === 0 ? [] : [{ id: notSaid, text: '', declined: true, members: decliners }]),
  ]
}

function itemResult(
  item: PerceptionItem,
  kind: PerceptionItemResult['kind'],
  answers: readonly PerceptionAnswers[],
  groups: readonly Group[],
): PerceptionItemResult {
  const row = suppressRow(classesOf(item, answers))
  // What was lived or seen is never split, even where the numbers would allow it.
  const isSplit = kind === 'statement' && groups.length > 0
  return {
    id: item.id,
    kind,
    text: item.text,
    row,
    ...(isSplit
      ? {
          split:
            row === 'masked'
              ? 'masked'
              : suppressSplit(
                  row,
                  groups.map((group) => countsOf(item, group)),
                ),
        }
      : {}),
  }
}

/** Neighbouring choices that speak the same way are one class; an item that cannot be declined may still be left out. */
function classesOf(item: PerceptionItem, answers: readonly PerceptionAnswers[]): readonly CountedClass[] {
  const counts = countsOf(item, { id: '', declined: false, members: answers }).counts
  const canDecline = item.choices.some(({ declined }) => declined === true)
  const choices = canDecline ? item.choices : [...item.choices, { id: notSaid, text: '…', declined: true }]
  const classes: (CountedClass & { readonly way: string })[] = []
  for (const { id, text, declined, favourable } of choices) {
    // Without a way to lean, a choice is a class of its own.
    const way = declined === true ? 'declined' : favourable === undefined ? id : String(favourable)
    const count = counts.get(id) ?? 0
    const last = classes.at(-1)
    if (last?.way === way)
      classes.splice(-1, 1, {
        way,
        choices: [...last.choices, id],
        text: `${last.text} / ${text}`,
        count: last.count + count,
      })
    else classes.push({ way, choices: [id], text, count })
  }
  return classes.map(({ choices: ids, text, count }) => ({ choices: ids, text, count }))
}

function countsOf(item: PerceptionItem, { id, declined, members }: Omit<Group, 'text'>): GroupCounts {
  const counts = new Map<string, number>()
  for (const answer of members) {
    const choice = choiceOf(item, answer)
    counts.set(choice, (counts.get(choice) ?? 0) + 1)
  }
  return { id, declined, counts }
}

/** Left out, or a choice that is not the item's, is declined. */
function choiceOf(item: PerceptionItem, answer: PerceptionAnswers): string {
  const given = answer[item.id]
  const known = item.choices.find(({ id }) => id === given)
  return known?.id ?? item.choices.find(({ declined }) => declined === true)?.id ?? notSaid
}

/** Id of what was not said where the questionnaire has no choice for it; no choice may bear it. */
const notSaid = 'not-said'
