import { expect, test } from 'vitest'
import { quizTexts } from '#client/phone/quiz/texts-fr.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ')

test('not knowing is an answer: at the end nobody is told that some were left out', () => {
  expect(plain(quizTexts.ready(15, 15))).toContain('Vous avez vu les 15 situations. ')
  expect(plain(quizTexts.ready(10, 15))).toContain('les 15 situations, dont 5 avec « Je ne sais pas ».')
})
