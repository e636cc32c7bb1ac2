import { expect, test } from 'vitest'
import { doubts } from '#client/fields/doubts.ts'

test('what may name someone is told in its own words, once', () => {
  expect(doubts('Mme Durand a refusé, puis Mme Durand a accepté.', [])).toEqual(['Mme Durand'])
  expect(doubts('Écrire à paul@exemple.org ou au 06 12 34 56 78.', [])).toEqual(['paul@exemple.org', '06 12 34 56 78'])
})

test('what was said to name nobody is no doubt any more, until it changes', () => {
  const accepted = doubts('La Maison Camille Claudel', [])
  expect(doubts('La Maison Camille Claudel', accepted)).toEqual([])
  expect(doubts('Mme Durand', accepted)).toEqual(['Mme Durand'])
})

test('a fact without a person raises no doubt', () => {
  expect(doubts('Une personne sur deux connaît la procédure affichée à l’accueil.', [])).toEqual([])
})
