import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { Criterion, Questionnaire } from '#src/questionnaire/questionnaire.ts'

/**
 * The scoring rules written a second time, on purpose another way: loops, exact fractions of BigInt, and a division
 * digit by digit. It shares no code with `src/scoring`; where the two disagree, one of them is wrong.
 */
export function naiveScore(questionnaire: Questionnaire, sheet: AnswerSheet) {
  const state = new Map<string, string>()
  const grades = new Map<string, string>()
  const all: { criterion: Criterion; order: number }[] = []

  for (const dimension of questionnaire.dimensions) {
    for (const criterion of dimension.criteria) {
      all.push({ criterion, order: all.length })

      const answer = sheet.answers[criterion.id]
      let outside = true
      for (const kind of sheet.structure.kinds) if (!criterion.excludedFor.includes(kind)) outside = false

      if (outside) state.set(criterion.id, 'notApplicable')
      else if (answer === undefined) state.set(criterion.id, 'unanswered')
      else if ('unknown' in answer) state.set(criterion.id, 'unknown')
      else if ('notApplicable' in answer) state.set(criterion.id, 'notApplicable')
      else state.set(criterion.id, String(answer.level))

      let grade = (sheet.proofs?.[criterion.id] ?? []).length > 0 ? 'B' : 'C'
      for (const id of criterion.indicators) {
        const value = sheet.indicators?.[id]
        if (value === undefined) continue
        const valueProofs = (value.proofs ?? []).length
        const computable = 'value' in value || value.denominator !== 0
        if (valueProofs > 0 && grade === 'C') grade = 'B'
        if (computable && (valueProofs > 0 || (sheet.proofs?.[criterion.id] ?? []).length > 0)) grade = 'A'
      }
      grades.set(criterion.id, grade)
    }
  }

  const dimensions = questionnaire.dimensions.map((dimension) => {
    let levelled = 0n
    let applicable = 0n
    let points = 0n
    const vector = { level1: 0, level2: 0, level3: 0, level4: 0, unknown: 0, unanswered: 0, notApplicable: 0 }

    for (const { id, weight } of dimension.criteria) {
      const answer = state.get(id) ?? ''
      const key = /^[1-4]$/.test(answer) ? `level${answer}` : answer
      vector[key as keyof typeof vector] += weight
      if (answer !== 'notApplicable') applicable += BigInt(weight)
      if (/^[1-4]$/.test(answer)) {
        levelled += BigInt(weight)
        points += BigInt(weight) * (BigInt(answer) - 1n)
      }
    }

    const coverage = { levelled: Number(levelled), applicable: Number(applicable) }
    let score
    if (applicable === 0n) score = { computable: false, reason: 'nothing-applicable', coverage }
    else if (levelled === 0n) score = { computable: false, reason: 'nothing-answered', coverage }
    else if (levelled * 5n < applicable * 3n) score = { computable: false, reason: 'coverage-too-low', coverage }
    else {
      score = {
        computable: true,
        value: divided(100n * points, 3n * levelled),
        numerator: Number(100n * points),
        denominator: Number(3n * levelled),
        coverage,
      }
    }

    const criteria = dimension.criteria.map(({ id, weight }) => {
      const answer = state.get(id) ?? ''
      const grade = grades.get(id)
      if (!/^[1-4]$/.test(answer)) return { id, weight, answer, grade }
      const gainToNext = answer === '4' ? 0 : divided(100n * BigInt(weight), 3n * levelled)
      return { id, weight, answer: 'level', level: Number(answer), points: Number(answer) - 1, grade, gainToNext }
    })

    return { id: dimension.id, weight: dimension.weight, score, vector, criteria }
  })

  return {
    dimensions: dimensions.map(({ id, score, vector, criteria }) => ({ id, score, vector, criteria })),
    ...(questionnaire.overall ? { overall: naiveOverall(dimensions) } : {}),
    indicators: naiveIndicators(questionnaire, sheet),
    ...naiveLists(all, state, grades),
    suggestedActions: naiveActions(all, state),
  }
}

type NaiveDimension = {
  weight: number
  score: {
    computable: boolean
    reason?: string
    numerator?: number
    denominator?: number
    coverage: { levelled: number; applicable: number }
  }
}

function naiveOverall(dimensions: readonly NaiveDimension[]) {
  let applicable = 0
  let held = 0
  let anyLevel = false
  let numerator = 0n
  let denominator = 1n

  for (const { weight, score } of dimensions) {
    if (score.coverage.applicable > 0) applicable += weight
    if (score.coverage.levelled > 0) anyLevel = true
    if (!score.computable) continue
    held += weight
    numerator = numerator * BigInt(score.denominator ?? 1) + BigInt(weight) * BigInt(score.numerator ?? 0) * denominator
    denominator *= BigInt(score.denominator ?? 1)
  }

  const coverage = { levelled: held, applicable }
  if (applicable === 0) return { computable: false, reason: 'nothing-applicable', coverage }
  if (!anyLevel) return { computable: false, reason: 'nothing-answered', coverage }
  if (held * 5 < applicable * 3) return { computable: false, reason: 'coverage-too-low', coverage }

  return { computable: true, value: divided(numerator, denominator * BigInt(held)) }
}

function naiveIndicators(questionnaire: Questionnaire, sheet: AnswerSheet) {
  const results = []

  for (const { id, unit, factor, bounds, countsPeople } of questionnaire.indicators) {
    const entered = sheet.indicators?.[id]
    if (entered === undefined) continue

    const flags = []
    const masked = countsPeople && 'denominator' in entered && entered.denominator < 5
    if ('denominator' in entered && entered.denominator === 0) {
      results.push({ id, computable: false, reason: 'zero-denominator', unit, flags: masked ? ['masked'] : [] })
      continue
    }

    const value = 'value' in entered ? entered.value : (entered.numerator / entered.denominator) * factor
    if ((value < (bounds.min ?? value) || value > (bounds.max ?? value)) && !entered.comment)
      flags.push('out-of-bounds')
    if (masked) flags.push('masked')
    results.push({ id, computable: true, value, unit, flags })
  }

  return results
}

type Placed = { criterion: Criterion; order: number }

function naiveLists(all: readonly Placed[], state: ReadonlyMap<string, string>, grades: ReadonlyMap<string, string>) {
  const key = ({ criterion, order }: Placed) =>
    [
      9 - criterion.weight,
      9 - Number(state.get(criterion.id)),
      grades.get(criterion.id),
      String(order).padStart(6, '0'),
    ].join('/')
  const high = all
    .filter(({ criterion }) => ['3', '4'].includes(state.get(criterion.id) ?? ''))
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ criterion }) => criterion.id)

  return {
    strengths: high.filter((id) => grades.get(id) !== 'C'),
    toDemonstrate: high.filter((id) => grades.get(id) === 'C'),
    warnings: all.flatMap(({ criterion }) =>
      criterion.legal && state.get(criterion.id) === '1' ? [criterion.id] : [],
    ),
  }
}

/** Selection sort on the index in sixths, which every effort of 1 to 3 divides, so that integers are exact. */
function naiveActions(all: readonly Placed[], state: ReadonlyMap<string, string>) {
  const left = all.flatMap(({ criterion }) => {
    const level = Number(state.get(criterion.id))
    if (!(level >= 1)) return []
    return criterion.actions
      .filter(({ forLevels }) => forLevels.some((meant) => meant === level))
      .map(({ id, impact, effort }) => {
        const parts = { weight: criterion.weight, gap: 4 - level, impact, effort }
        const sixths = (6 * criterion.weight * (4 - level) * impact) / effort
        const warning = criterion.legal && level === 1
        return { criterion: criterion.id, action: id, parts, sixths, warning, priority: '' }
      })
  })
  const ordered: typeof left = []
  let kept = 0

  while (left.length > 0) {
    let best = 0
    for (let at = 1; at < left.length; at++) {
      const a = left[at]
      const b = left[best]
      if (a && b && (a.sixths > b.sixths || (a.sixths === b.sixths && a.parts.effort < b.parts.effort))) best = at
    }
    ordered.push(...left.splice(best, 1))
  }
  for (const action of ordered) {
    action.priority = action.warning || action.sixths >= 54 ? 'P1' : action.sixths >= 24 ? 'P2' : 'P3'
    if (action.priority === 'P1' && !action.warning) {
      kept += 1
      if (kept > 3) action.priority = 'P2'
    }
  }

  return ['P1', 'P2', 'P3'].flatMap((wanted) =>
    ordered
      .filter(({ priority }) => priority === wanted)
      .map(({ criterion, action, priority, parts }) => ({
        criterion,
        action,
        priority,
        index: divided(BigInt(parts.weight * parts.gap * parts.impact), BigInt(parts.effort)),
        parts,
      })),
  )
}

/** Long division to 40 decimals, then the reading of that decimal writing, which rounds to the nearest double. */
function divided(numerator: bigint, denominator: bigint): number {
  let digits = `${numerator / denominator}.`
  let rest = numerator % denominator

  for (let at = 0; at < 40; at++) {
    digits += String((rest * 10n) / denominator)
    rest = (rest * 10n) % denominator
  }

  return Number(digits)
}
