import { describe, expect, test } from 'vitest'
import { clockTime, hour, hours, leafLines, longDay, nearDay, shortDay, whenShort } from '#client/app/dates.ts'
import { countInWords, formatNumber, formatPercent, fr, parseNumber, plural, typeset } from '#client/app/fr.ts'

const nb = '\u00a0'
const nnb = '\u202f'
const now = new Date(2026, 10, 24, 15, 0)

describe('typography', () => {
  test('spaces before signs do not break, apostrophes are curly', () => {
    expect(fr("L'équipe est prête ?")).toBe(`L’équipe est prête${nnb}?`)
    expect(fr('Reste : « voir »')).toBe(`Reste${nb}: «${nb}voir${nb}»`)
    expect(fr("jusqu'à 14 h 30, 60 %")).toBe(`jusqu’à 14${nnb}h${nnb}30, 60${nnb}%`)
  })

  test('setting twice changes nothing more; addresses and ids stay as they are', () => {
    const once = fr("Qu'en dites-vous ? « Rien : 20 % »")
    expect(fr(once)).toBe(once)
    expect(fr('https://jalon.example/a?b=c;d')).toBe('https://jalon.example/a?b=c;d')
    expect(fr('sortie-emploi/2025')).toBe('sortie-emploi/2025')
  })

  test('a table of sentences is set, its functions too', () => {
    const texts = typeset({ a: "l'an", b: (n: number) => `${n} %`, c: { d: ['Oui ?'] } })
    expect([texts.a, texts.b(3), texts.c.d[0]]).toEqual(['l’an', `3${nnb}%`, `Oui${nnb}?`])
  })
})

describe('numbers', () => {
  test('comma and narrow spaces', () => {
    expect(formatNumber(1234.5)).toBe(`1${nnb}234,5`)
    expect(formatPercent(73.33)).toBe(`73,3${nnb}%`)
  })

  test('numbers are read as they are typed', () => {
    expect(parseNumber('1 234,5')).toBe(1234.5)
    expect(parseNumber(`1${nnb}234`)).toBe(1234)
    expect(parseNumber('12.5')).toBe(12.5)
    for (const bad of ['', 'douze', '1,2,3', '1e5', '12 %']) expect(parseNumber(bad)).toBeUndefined()
  })

  test('zero, one and one and a half are singular', () => {
    expect([0, 1, 1.5, 2].map((count) => plural(count, 'un', 'des'))).toEqual(['un', 'un', 'un', 'des'])
    expect([1, 16, 20, 21].map((count) => countInWords(count))).toEqual(['un', 'seize', 'vingt', '21'])
    expect(countInWords(1, 'feminine')).toBe('une')
  })
})

describe('dates', () => {
  test('days are said with their weekday, the first of a month is 1er', () => {
    expect(longDay('2026-11-26', now)).toBe('jeudi 26 novembre')
    expect(longDay('2026-12-01', now)).toBe('mardi 1er décembre')
    expect(longDay('2027-01-22', now)).toBe('vendredi 22 janvier 2027')
    expect(shortDay('2026-11-26', now)).toBe('26 nov.')
  })

  test('hours', () => {
    expect(hour('2026-11-26T14:00')).toBe(`14${nnb}h`)
    expect(hours('2026-11-26T09:30', 150)).toBe(`9${nnb}h${nnb}30 – 12${nnb}h`)
    expect(clockTime('2026-11-26T14:05')).toBe('14:05')
  })

  test('a near day is said by its name', () => {
    expect(['2026-11-24', '2026-11-25', '2026-11-26', '2026-12-08'].map((day) => nearDay(day, now))).toEqual([
      'aujourd’hui',
      'demain',
      'jeudi',
      'le 8 décembre',
    ])
  })

  test('what happened is dated by how long ago it was', () => {
    expect(whenShort('2026-11-24T14:32', now)).toBe('14:32')
    expect(whenShort('2026-11-23T17:40', now)).toBe('hier, 17:40')
    expect(whenShort('2026-11-12T10:00', now)).toBe('12 nov.')
  })

  test('a text that is no date is left as it is', () => {
    expect(longDay('bientôt', now)).toBe('bientôt')
    expect(leafLines('bientôt')).toBeUndefined()
  })
})
