import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'
import type { PairedCase, QuizCaseResult, QuizResults, QuizRoundResults } from './results.ts'
import { fewestAnswers, fewestInClass } from './suppress.ts'

/** One person's answers: option by case id, and the hash of the word they may have given. */
export type QuizSend = { readonly answers: Readonly<Record<string, string>>; readonly pair?: string }

export type QuizRoundSends = { readonly status: 'none' | 'open' | 'closed'; readonly sends: readonly QuizSend[] }

/**
 * Results of the group, never of a person: nothing while a round is open, nothing under seven answers. A unanimous answer
 * is shown: it is knowledge, not experience (scoring rules, §7). Whoever does not know is among those who took the quiz:
 * a case has no total of its own, which could be under seven, and two who knew among eight are not « all right ».
 *
 * Before and after are compared person by person only from seven pairs, and only where those without a pair are none or
 * at least five in each round: otherwise the totals, less the pairs, would be the answers of those few.
 */
export function quizResults(
  cases: readonly QuizCase[],
  rounds: { readonly before: QuizRoundSends; readonly after: QuizRoundSends },
): QuizResults {
  const results = { before: roundResults(cases, rounds.before), after: roundResults(cases, rounds.after) }
  const pairs = results.before.shown && results.after.shown ? pairsOf(rounds.before.sends, rounds.after.sends) : []
  const isHidden = [rounds.before, rounds.after].some(({ sends }) => {
    const alone = sends.length - pairs.length
    return alone > 0 && alone < fewestInClass
  })
  return {
    rounds: results,
    ...(pairs.length < fewestAnswers || isHidden
      ? {}
      : { paired: { people: pairs.length, cases: cases.map((each) => pairedCase(each, pairs)) } }),
  }
}

function roundResults(cases: readonly QuizCase[], { status, sends }: QuizRoundSends): QuizRoundResults {
  const answers = sends.length
  if (status === 'none') return { shown: false, answers: 0, reason: 'not-open' }
  if (status === 'open') return { shown: false, answers, reason: 'still-open' }
  if (answers < fewestAnswers) return { shown: false, answers, reason: 'too-few' }
  return { shown: true, answers, cases: cases.map((each) => caseResult(each, sends)) }
}

function caseResult({ id, answer, options }: QuizCase, sends: readonly QuizSend[]): QuizCaseResult {
  const counts = options.map((option) => ({
    id: option.id,
    count: sends.filter(({ answers }) => answers[id] === option.id).length,
  }))
  return {
    id,
    right: counts.find((option) => option.id === answer)?.count ?? 0,
    options: counts,
  }
}

type Pair = { readonly before: QuizSend; readonly after: QuizSend }

/** A word that two people gave in one round pairs nobody: it could be either. */
function pairsOf(before: readonly QuizSend[], after: readonly QuizSend[]): readonly Pair[] {
  const later = soleByWord(after)
  return [...soleByWord(before)].flatMap(([word, send]) => {
    const same = later.get(word)
    return same === undefined ? [] : [{ before: send, after: same }]
  })
}

function soleByWord(sends: readonly QuizSend[]): ReadonlyMap<string, QuizSend> {
  const words = new Map<string, QuizSend[]>()
  for (const send of sends) if (send.pair !== undefined) words.set(send.pair, [...(words.get(send.pair) ?? []), send])
  return new Map(
    [...words].flatMap(([word, [first, ...others]]) => (first && others.length === 0 ? [[word, first]] : [])),
  )
}

function pairedCase({ id, answer }: QuizCase, pairs: readonly Pair[]): PairedCase {
  return {
    id,
    before: pairs.filter((pair) => pair.before.answers[id] === answer).length,
    after: pairs.filter((pair) => pair.after.answers[id] === answer).length,
  }
}
