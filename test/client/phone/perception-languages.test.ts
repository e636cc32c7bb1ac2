import { expect, test } from 'vitest'
import type { PerceptionSheet } from '#src/contract/awareness.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { inLanguage } from '#client/phone/perception/in-language.ts'
import { filled, frenchWords } from '#client/phone/perception/words.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'

const sheet: PerceptionSheet = {
  structure: 'Les Ateliers',
  network: 'Un réseau',
  until: '2026-12-02',
  title: 'Comment ça se passe ici',
  information: ['C’est libre.'],
  items: [
    {
      id: 'respect',
      kind: 'statement',
      text: 'On me respecte.',
      choices: [
        { id: 'yes', text: 'Oui' },
        { id: 'declined', text: 'Je ne souhaite pas répondre', declined: true },
      ],
    },
  ],
  translations: {
    ar: {
      language: 'العربية',
      direction: 'rtl',
      title: 'كيف',
      information: ['حر'],
      words: { next: 'التالي' },
      items: { respect: { text: 'يحترمونني', choices: { yes: 'نعم', declined: 'لا أرغب' } } },
    },
  },
}

test('a language says its own texts, in its own direction, and French where it says nothing', () => {
  const said = inLanguage(sheet, 'ar')
  expect(said.direction).toBe('rtl')
  expect(said.words.next).toBe('التالي')
  expect(said.words.send).toBe(frenchWords.send)
  expect(said.items[0]?.choices).toEqual([
    { id: 'yes', text: 'نعم', isDeclined: false },
    { id: 'declined', text: 'لا أرغب', isDeclined: true },
  ])
  expect(inLanguage(sheet, 'fr').items[0]?.text).toBe('On me respecte.')
})

test('the last day is said as the language says days', () => {
  expect(inLanguage(sheet, 'fr').until).toBe('mercredi 2 décembre')
  expect(inLanguage({ ...sheet, until: 'unknown' }, 'fr').until).toBe('unknown')
})

test('every translation that is published says every word of the page, with the same blanks', async () => {
  const blanks = (word: string) => [...word.matchAll(/\{\w+\}/g)].map(([blank]) => blank).toSorted()
  const loaded = await loadVerifiedQuestionnaires(projectQuestionnaires)
  for (const { questionnaire } of loaded.values()) {
    for (const [code, { words }] of Object.entries(awarenessSections(questionnaire).perception?.translations ?? {})) {
      for (const [key, french] of Object.entries(frenchWords)) {
        expect({ code, key, blanks: blanks(words[key] ?? '') }).toEqual({ code, key, blanks: blanks(french) })
      }
    }
  }
})

test('blanks are filled by name, and one that is unknown stays', () => {
  expect(filled('Question {number} sur {count} {x}', { number: 2, count: 14 })).toBe('Question 2 sur 14 {x}')
})
