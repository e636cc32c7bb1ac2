import { describe, expect, test } from 'vitest'
import { perceptionResults, type PerceptionAnswers } from '#src/anonymity/perception-results.ts'
import type { PerceptionItemResult, PerceptionResults } from '#src/anonymity/results.ts'
import { experience, statement, survey } from './a-survey.ts'

/**
 * Someone who has every document, screen and export (all show one object), knows how many were invited and answered, and
 * knows the rules of masking by heart. For each item they write down every table of counts that would have given what is
 * shown; a small cell is found out where all those tables agree on it. Other people's answers stay unknown to them: whoever
 * knows all the answers but one needs no document.
 */
const populations = 10_000
const fewest = 5
const perception = survey(statement('a'), statement('b'), statement('c'), experience('d'), experience('e'))
const items = ['a', 'b', 'c', 'd', 'e'] as const
const groups = ['permanent', 'parcours', 'declined'] as const

/** Broad classes, in order: agree, disagree, declined. */
type Table = readonly [number, number, number]

describe('an attacker who combines everything shown', () => {
  test(`finds out no cell under five in ${populations} small populations`, () => {
    const random = mulberry(20_261_123)
    const found: string[] = []
    let shownSplits = 0
    let shownRows = 0
    for (let run = 0; run < populations; run += 1) {
      const answers = population(random)
      const results = perceptionResults(perception, answers)
      for (const cell of cellsFoundOut(results, answers)) found.push(`population ${run}: ${cell}`)
      if (!results.shown) continue
      shownSplits += results.items.filter(({ split }) => typeof split === 'object').length
      shownRows += results.items.filter(({ row }) => row !== 'masked').length
    }
    expect(found).toEqual([])
    // The attack had something to attack.
    expect(shownRows).toBeGreaterThan(populations)
    expect(shownSplits).toBeGreaterThan(populations / 20)
  })

  test('does find out a small cell as soon as one is shown', () => {
    const answers = [
      ...repeat(12, 'parcours', 'plutot'),
      ...repeat(6, 'parcours', 'plutot-pas'),
      ...repeat(2, 'parcours', 'declined'),
    ]
    const results = perceptionResults(survey(statement('a')), answers)
    if (!results.shown) throw new Error('not shown')
    const leaking = {
      ...results,
      items: results.items.map((item) => ({
        ...item,
        row: [shown(['tout-a-fait', 'plutot'], 12), shown(['plutot-pas', 'pas-du-tout'], 6), shown(['declined'], 2)],
      })),
    }
    expect(cellsFoundOut(leaking, answers)).toContain('a: class 2 = 2')
  })

  test('does find out decliners as soon as the size of both groups is shown beside them', () => {
    const answers = [
      ...repeat(10, 'parcours', 'plutot'),
      ...repeat(9, 'permanent', 'plutot-pas'),
      ...repeat(2, 'declined', 'plutot'),
    ]
    const results = perceptionResults(survey(statement('a')), answers)
    if (!results.shown) throw new Error('not shown')
    const leaking = {
      ...results,
      groups: [
        { id: 'permanent', text: '', answers: 9 },
        { id: 'parcours', text: '', answers: 10 },
      ],
    }
    expect(cellsFoundOut(leaking, answers)).toContain('group declined = 2')
  })
})

/** Every true cell under five that all the tables compatible with what is shown agree on. */
function cellsFoundOut(results: PerceptionResults, answers: readonly PerceptionAnswers[]): readonly string[] {
  if (!results.shown) return []
  const total = results.answers
  const found: string[] = []
  const sizes = groups.map((group) => answers.filter(({ statut }) => statut === group).length)
  if (results.groups !== undefined) {
    const told = results.groups.reduce((sum, group) => sum + group.answers, 0)
    const left = total - told
    if (left > 0 && left < fewest) found.push(`group declined = ${left}`)
    for (const group of results.groups) if (group.answers < fewest) found.push(`group ${group.id} = ${group.answers}`)
  }
  for (const item of results.items) {
    const truth = classCounts(item.id, answers)
    const compatible = rowsCompatible(item, total)
    truth.forEach((count, index) => {
      if (count < fewest && new Set(compatible.map((table) => table[index])).size === 1)
        found.push(`${item.id}: class ${index} = ${count}`)
    })
    if (results.groups !== undefined && item.split !== undefined) found.push(...splitFoundOut(item, answers, sizes))
  }
  return found
}

/** All the rows of three classes that the rules show in that way; where the rules were broken, what is told as it is. */
function rowsCompatible({ row }: PerceptionItemResult, total: number): readonly Table[] {
  const tables: Table[] = []
  for (let agree = 0; agree <= total; agree += 1)
    for (let disagree = 0; agree + disagree <= total; disagree += 1) {
      const table: Table = [agree, disagree, total - agree - disagree]
      if (sameLook(lookOf(table), row)) tables.push(table)
    }
  return tables.length === 0 && row !== 'masked' ? [row.map(({ count }) => count) as unknown as Table] : tables
}

/** The rules of masking, written again by the attacker: sums of neighbours, from left to right, until none is small. */
function lookOf(table: Table): readonly (readonly [number, number])[] | 'masked' {
  let parts: (readonly [number, number])[] = table.map((count) => [1, count])
  while (parts.some(([, count]) => count < fewest)) {
    if (parts.length <= 2) return 'masked'
    const small = parts.findIndex(([, count]) => count < fewest)
    const at = small === parts.length - 1 ? small - 1 : small
    const [a = [0, 0], b = [0, 0]] = parts.slice(at, at + 2)
    parts = [...parts.slice(0, at), [a[0] + b[0], a[1] + b[1]], ...parts.slice(at + 2)]
  }
  return parts
}

function sameLook(look: ReturnType<typeof lookOf>, row: PerceptionItemResult['row']): boolean {
  if (look === 'masked' || row === 'masked') return look === row
  return (
    look.length === row.length &&
    look.every(([width, count], index) => count === row[index]?.count && width === widthOf(row[index]?.choices ?? []))
  )
}

/** How many broad classes a segment holds. */
function widthOf(choices: readonly string[]): number {
  return new Set(choices.map(classOf)).size
}

/**
 * By group: the sums of the row and the sizes of the groups leave one free number for each group but the last. The split
 * tells the first class against the others; what it does not tell, the third class, is attacked with what it does.
 */
function splitFoundOut(
  item: PerceptionItemResult,
  answers: readonly PerceptionAnswers[],
  sizes: readonly number[],
): readonly string[] {
  const { row, split } = item
  if (row === 'masked' || split === undefined) return []
  const present = groups.filter((_, index) => (sizes[index] ?? 0) > 0)
  const bounds = present.map((group) => sizes[groups.indexOf(group)] ?? 0)
  const [first, ...others] = row
  const told = present.map((group) => (split === 'masked' ? undefined : split[group]?.[0]?.count))
  const rest = bounds.map((size, index) => size - (told[index] ?? 0))
  const isTold = told.every((count) => count !== undefined)
  const found = cellFoundOut(
    splitsCompatible(first?.count ?? 0, bounds, told, split === 'masked'),
    first?.choices ?? [],
  )
  for (const segment of others)
    found.push(...cellFoundOut(sharesOf(segment.count, isTold ? rest : bounds), segment.choices))
  return found

  function cellFoundOut(tables: readonly (readonly number[])[], choices: readonly string[]): string[] {
    if (tables.length === 0) throw new Error(`${item.id}: no split is compatible`)
    return present.flatMap((group, at) => {
      const truth = answers.filter(
        (answer) => answer['statut'] === group && choices.includes(answer[item.id] ?? 'declined'),
      ).length
      const isFound = truth < fewest && new Set(tables.map((table) => table[at])).size === 1
      return isFound ? [`${item.id}: ${group} in ${choices.join('+')} = ${truth}`] : []
    })
  }
}

/** The ways a sum may be shared among groups, as told, or with at least one cell under five where the split is masked. */
function splitsCompatible(
  total: number,
  sizes: readonly number[],
  told: readonly (number | undefined)[],
  masked: boolean,
): readonly (readonly number[])[] {
  const shares = sharesOf(total, sizes).filter((table) =>
    told.every((count, index) => count === undefined || table[index] === count),
  )
  if (!masked) return shares
  return shares.filter((table) => table.some((count, index) => count < fewest || (sizes[index] ?? 0) - count < fewest))
}

function sharesOf(total: number, [size = 0, ...others]: readonly number[]): readonly (readonly number[])[] {
  if (others.length === 0) return total <= size && total >= 0 ? [[total]] : []
  return Array.from({ length: Math.min(size, total) + 1 }, (_, own) =>
    sharesOf(total - own, others).map((rest) => [own, ...rest]),
  ).flat()
}

function classCounts(item: string, answers: readonly PerceptionAnswers[]): Table {
  const counts: [number, number, number] = [0, 0, 0]
  for (const answer of answers) counts[classOf(answer[item] ?? 'declined')] += 1
  return counts
}

function classOf(choice: string): 0 | 1 | 2 {
  return ['tout-a-fait', 'plutot', 'non'].includes(choice) ? 0 : choice === 'declined' ? 2 : 1
}

/** From seven to sixty people, leaning one way or the other, with or without people who decline their group. */
function population(random: () => number): readonly PerceptionAnswers[] {
  const size = 7 + Math.floor(random() ** 1.5 * 54)
  const permanents = random()
  const silence = random() < 0.5 ? 0 : random() * 0.3
  const lean = items.map(() => [random(), random() * 0.35] as const)
  return Array.from({ length: size }, () => {
    const statut = random() < silence ? 'declined' : random() < permanents ? 'permanent' : 'parcours'
    const choices = items.map((item, index) => {
      const [agree = 0, declined = 0] = lean[index] ?? []
      if (random() < declined) return [item, 'declined'] as const
      const agrees = random() < agree
      if (item === 'd' || item === 'e') return [item, agrees ? 'non' : 'oui'] as const
      return [
        item,
        agrees ? (random() < 0.5 ? 'tout-a-fait' : 'plutot') : random() < 0.5 ? 'plutot-pas' : 'pas-du-tout',
      ] as const
    })
    return { statut, ...Object.fromEntries(choices) }
  })
}

function repeat(count: number, statut: string, a: string): readonly PerceptionAnswers[] {
  return Array.from({ length: count }, () => ({ statut, a }))
}

function shown(choices: readonly string[], count: number) {
  return { choices, text: '', count }
}

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
