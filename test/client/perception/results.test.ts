import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PerceptionItemResult } from '#src/anonymity/results.ts'
import type { Perception } from '#src/questionnaire/sections/awareness.ts'
import { Results } from '#client/perception/results.tsx'

const choices = [
  { id: 'oui', text: 'Oui', favourable: true },
  { id: 'non', text: 'Non', favourable: false },
  { id: 'sans', text: 'Ne souhaite pas répondre', declined: true },
]
const perception: Perception = {
  title: 'Comment ça se passe ici ?',
  information: ['Facultatif'],
  items: [
    { id: 'respect', kind: 'statement', text: 'Chacun est respecté', choices },
    { id: 'vu', kind: 'experience', text: 'J’ai vu cela', choices },
  ],
}
const groups = [
  { id: 'permanent', text: 'permanents', answers: 11 },
  { id: 'parcours', text: 'en parcours', answers: 23 },
]

function shown(...items: readonly PerceptionItemResult[]): string {
  return renderToStaticMarkup(
    createElement(Results, { perception, results: { shown: true, answers: 34, groups, items } }),
  )
}

const respect = (rest: Pick<PerceptionItemResult, 'row' | 'split'>): PerceptionItemResult => ({
  id: 'respect',
  kind: 'statement',
  text: 'Chacun est respecté',
  ...rest,
})

test('merged neighbours are one segment that carries their sum and no part of it', () => {
  const html = shown(
    respect({
      row: [
        { choices: ['oui'], text: 'Oui', count: 25 },
        { choices: ['non', 'sans'], text: 'Non, ou ne souhaite pas répondre', count: 9 },
      ],
      split: 'masked',
    }),
  )
  expect(html).toMatch(/segment merged"[^>]*><b>9<\/b>/)
  expect(html).toContain('moins de 5 réponses dans une case')
})

test('a row that is masked shows no number at all', () => {
  const html = shown({ id: 'vu', kind: 'experience', text: 'J’ai vu cela', row: 'masked' })
  expect(html).toContain('masqué en entier')
  expect(html).not.toMatch(/<b>\d/)
})

test('a split shows counts out of each group, and never a percentage', () => {
  const part = (count: number) => [
    { choices: ['oui'], text: 'Oui', count },
    { choices: ['non'], text: 'Non', count: 6 },
  ]
  const html = shown(respect({ row: part(18), split: { permanent: part(6), parcours: part(12) } }))
  expect(html).toContain('6 sur 11')
  expect(html).toContain('12 sur 23')
  expect(html).not.toContain('%')
})
