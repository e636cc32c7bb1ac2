import type { PerceptionItemResult, PerceptionResults, ShownClass } from '#src/anonymity/results.ts'
import type { Perception } from '#src/questionnaire/sections/awareness.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'

/** The anonymous survey beside the audit. Only what the results already show is written: nothing is added up again. */
export type PerceptionPart =
  | {
      readonly kind: 'none'
      readonly why: 'not-asked' | 'skipped' | 'too-few' | 'still-open'
      readonly reason?: string
    }
  | {
      readonly kind: 'shown'
      readonly answers: number
      readonly groups: readonly { readonly id: string; readonly text: string; readonly answers: number }[]
      readonly rows: readonly PerceptionRow[]
    }

/** Lower than what the audit found, the same, higher, not to be compared, lived or seen, or masked. */
export type Reading = 'lower' | 'same' | 'higher' | 'alone' | 'experience' | 'masked'

export type PerceptionRow = {
  readonly id: string
  readonly text: string
  readonly reading: Reading
  readonly classes: readonly PerceptionClass[] | 'masked'
  /** By group, in the groups' order: how many agree; absent where nothing of the split may be shown. */
  readonly split?: readonly number[]
  /** The lowest level of the criteria that speak of the same thing. */
  readonly audit?: { readonly level: Level; readonly legal: boolean }
}

/** `side`: speaks well of the practice or not; `both` where neighbours of the two sides were merged. */
export type PerceptionClass = {
  readonly text: string
  readonly count: number
  readonly side: 'good' | 'other' | 'both'
}

/** From this share of people who agree, a practice that the audit finds in place is felt so too. */
const felt = 0.6

export function perceptionPart(
  survey: Perception | undefined,
  results: PerceptionResults | undefined,
  criteria: readonly { readonly id: string; readonly level?: Level; readonly legal: boolean }[],
  skipped: string | undefined,
): PerceptionPart {
  if (skipped !== undefined) return { kind: 'none', why: 'skipped', reason: skipped }
  if (results === undefined) return { kind: 'none', why: 'not-asked' }
  if (!results.shown) return { kind: 'none', why: results.reason }

  const items = new Map((survey?.items ?? []).map((item) => [item.id, item]))
  const groups = results.groups ?? []
  const rows = results.items.map((result): PerceptionRow => {
    const item = items.get(result.id)
    const favourable = new Map((item?.choices ?? []).map((choice) => [choice.id, choice.favourable === true]))
    const linked = criteria.filter(({ id, level }) => level !== undefined && item?.criteria?.includes(id))
    const lowest = linked.toSorted((a, b) => (a.level ?? 9) - (b.level ?? 9) || Number(b.legal) - Number(a.legal))[0]
    const classes = result.row === 'masked' ? 'masked' : result.row.map((one) => classOf(one, favourable))
    const split = splitOf(result, groups, favourable)
    return {
      id: result.id,
      text: result.text,
      reading: readingOf(result, classes, lowest?.level),
      classes,
      ...(split === undefined ? {} : { split }),
      ...(lowest?.level === undefined || result.kind === 'experience'
        ? {}
        : { audit: { level: lowest.level, legal: lowest.legal } }),
    }
  })
  return { kind: 'shown', answers: results.answers, groups, rows }
}

function classOf({ choices, text, count }: ShownClass, favourable: ReadonlyMap<string, boolean>): PerceptionClass {
  const good = choices.filter((id) => favourable.get(id) === true).length
  return { text, count, side: good === choices.length ? 'good' : good === 0 ? 'other' : 'both' }
}

/** A class of both sides could be either: the reading holds only if it holds both ways. */
function readingOf(
  { kind }: PerceptionItemResult,
  classes: readonly PerceptionClass[] | 'masked',
  level: Level | undefined,
): Reading {
  if (classes === 'masked') return 'masked'
  if (kind === 'experience') return 'experience'
  if (level === undefined) return 'alone'
  const total = sum(classes)
  const good = sum(classes.filter(({ side }) => side === 'good'))
  const least = good >= felt * total
  const most = good + sum(classes.filter(({ side }) => side === 'both')) >= felt * total
  if (least !== most) return 'alone'
  if (level >= 3) return least ? 'same' : 'lower'
  return least ? 'higher' : 'same'
}

function splitOf(
  { split }: PerceptionItemResult,
  groups: readonly { readonly id: string }[],
  favourable: ReadonlyMap<string, boolean>,
): readonly number[] | undefined {
  if (split === undefined || split === 'masked' || groups.length === 0) return undefined
  const agree = groups.map(({ id }) => (split[id] ?? []).map((one) => classOf(one, favourable)))
  if (agree.some((classes) => classes.length === 0 || classes.some(({ side }) => side === 'both'))) return undefined
  return agree.map((classes) => sum(classes.filter(({ side }) => side === 'good')))
}

function sum(classes: readonly { readonly count: number }[]): number {
  return classes.reduce((total, { count }) => total + count, 0)
}
