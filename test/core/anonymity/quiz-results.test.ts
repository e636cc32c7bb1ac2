import { describe, expect, test } from 'vitest'
import { quizResults, type QuizSend } from '#src/anonymity/quiz-results.ts'
import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'

const cases: readonly QuizCase[] = ['un', 'deux'].map((id) => ({
  id,
  title: id,
  situation: '…',
  options: [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
  ],
  answer: 'b',
  explanation: '…',
  goodPractice: '…',
  legalBasis: [],
}))

const send = (option: string, pair?: string): QuizSend => ({
  answers: { un: option },
  ...(pair === undefined ? {} : { pair }),
})
const closed = (...sends: readonly QuizSend[]) => ({ status: 'closed' as const, sends })
const none = { status: 'none' as const, sends: [] }
const words = (count: number, option: string, from = 0) =>
  Array.from({ length: count }, (_, index) => send(option, `mot-${index + from}`))

describe('the quiz of a group', () => {
  test('shows nothing of a round that is open, and nothing under seven answers', () => {
    expect(quizResults(cases, { before: { status: 'open', sends: words(9, 'a') }, after: none }).rounds).toEqual({
      before: { shown: false, answers: 9, reason: 'still-open' },
      after: { shown: false, answers: 0, reason: 'not-open' },
    })
    expect(quizResults(cases, { before: closed(...words(6, 'a')), after: none }).rounds.before).toEqual({
      shown: false,
      answers: 6,
      reason: 'too-few',
    })
  })

  test('counts options in the questionnaire’s order, among all who took the quiz: a case that nobody knew has no share of its own', () => {
    const { before } = quizResults(cases, { before: closed(...words(5, 'b'), ...words(3, 'a', 5)), after: none }).rounds
    expect(before).toMatchObject({
      answers: 8,
      cases: [
        {
          id: 'un',
          right: 5,
          options: [
            { id: 'a', count: 3 },
            { id: 'b', count: 5 },
          ],
        },
        { id: 'deux', right: 0 },
      ],
    })
  })

  test('a unanimous answer is shown: it is knowledge', () => {
    const { before } = quizResults(cases, { before: closed(...words(7, 'b')), after: none }).rounds
    expect(before.shown && before.cases[0]?.right).toBe(7)
  })

  test('pairs the same word before and after, from seven people', () => {
    const rounds = { before: closed(...words(7, 'a')), after: closed(...words(7, 'b')) }
    expect(quizResults(cases, rounds).paired).toEqual({
      people: 7,
      cases: [
        { id: 'un', before: 0, after: 7 },
        { id: 'deux', before: 0, after: 0 },
      ],
    })
  })

  test('six pairs are not compared, whoever else answered', () => {
    const others = Array.from({ length: 6 }, () => send('a'))
    const rounds = { before: closed(...words(6, 'a'), ...others), after: closed(...words(6, 'b'), ...others) }
    const results = quizResults(cases, rounds)
    expect(results.paired).toBeUndefined()
    expect(results.rounds.after).toMatchObject({ answers: 12 })
  })

  test('a word that two people gave in one round pairs neither', () => {
    const rounds = {
      before: closed(...words(7, 'a'), send('a', 'mot-0')),
      after: closed(...words(7, 'b')),
    }
    expect(quizResults(cases, rounds).paired).toBeUndefined()
  })

  test('a word given twice pairs neither, even where so many others answered that six pairs could hide in them', () => {
    const others = Array.from({ length: 4 }, () => send('a'))
    const rounds = {
      before: closed(...words(7, 'a'), send('a', 'mot-0'), ...others),
      after: closed(...words(7, 'b')),
    }
    expect(quizResults(cases, rounds).paired).toBeUndefined()
  })

  test.each(['before', 'after'] as const)(
    'totals less the pairs never tell the answers of one to four people, %s',
    (lone) => {
      for (const alone of [0, 1, 4, 5]) {
        const others = Array.from({ length: alone }, () => send('b'))
        const rounds = { before: closed(...words(8, 'a')), after: closed(...words(8, 'b')) }
        const round = closed(...rounds[lone].sends, ...others)
        expect(quizResults(cases, { ...rounds, [lone]: round }).paired !== undefined).toBe(alone === 0 || alone >= 5)
      }
    },
  )

  test.each(['before', 'after'] as const)('nobody is compared while the round %s is open', (opened) => {
    const rounds = { before: closed(...words(8, 'a')), after: closed(...words(8, 'b')) }
    const round = { status: 'open' as const, sends: rounds[opened].sends }
    expect(quizResults(cases, { ...rounds, [opened]: round }).paired).toBeUndefined()
  })
})
