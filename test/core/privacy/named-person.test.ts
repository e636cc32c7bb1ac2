import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personalData } from '#src/privacy/named-person.ts'

const seen = (text: string) => personalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('warns of what points at someone', () => {
  test.each([
    ['écrire à fatima.benali+rh@exemple.fr demain', 'email', 'fatima.benali+rh@exemple.fr'],
    ['son numéro : 06 12 34 56 78', 'phone', '06 12 34 56 78'],
    ['appeler le 06.12.34.56.78', 'phone', '06.12.34.56.78'],
    ['appeler le +33 6 12 34 56 78', 'phone', '+33 6 12 34 56 78'],
    ['appeler le 0033 (0)6 12 34 56 78.', 'phone', '0033 (0)6 12 34 56 78'],
    ['NIR 2 84 05 88 191 025 52', 'nir', '2 84 05 88 191 025 52'],
    ['NIR 1840588191025', 'nir', '1840588191025'],
    ['Fatima Benali se plaint de son chef', 'name', 'Fatima Benali'],
    ['d’après Jean-Pierre Le Goff, non', 'name', 'Jean-Pierre Le Goff'],
    ['DUPONT Jean ne veut pas', 'name', 'DUPONT Jean'],
    ['M. Dupont refuse', 'name', 'M. Dupont'],
    ['Mme Lemaire a été reçue', 'name', 'Mme Lemaire'],
    ['Mme Le Goff a été reçue', 'name', 'Mme Le Goff'],
    ['avec Madame Sylla hier', 'name', 'Madame Sylla'],
    ['Karim de Souza est parti', 'name', 'Karim de Souza'],
  ])('« %s »', (text, kind, found) => {
    expect(seen(text)).toEqual([[kind, found]])
  })

  test('of several things, in the order of the text', () => {
    expect(seen('Awa Diarra (06 12 34 56 78, awa@exemple.fr)').map(([kind]) => kind)).toEqual([
      'name',
      'phone',
      'email',
    ])
  })
})

test.each([
  'Nous appelons le 39 28 ou le 17.',
  'Affiché au siège depuis le 12 mars 2025, 24 salariés sur 31.',
  'Le Défenseur des droits et l’inspection du travail.',
  'Code du travail, article L1132-1 ; loi 2008-496.',
  'France Travail et Cap emploi en Île-de-France.',
  'L’agence de la rue Pierre Curie, à Saint-Denis.',
  'Le lycée Jeanne Hachette nous oriente des jeunes.',
  'Madame la Directrice était là, Monsieur le Maire aussi.',
  'La Directrice et le Conseil d’administration.',
  'SIRET 000 001 934 00017',
  'En Seine-Saint-Denis, à Noisy-le-Sec.',
  'Claire et précise, la règle est affichée.',
  'NIR inventé 2 84 05 88 191 025 99',
])('leaves in peace « %s »', (text) => {
  expect(seen(text)).toEqual([])
})

test('whatever is written, what is found lies in the text, in order, without overlap', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const found = personalData(text)
      found.forEach(({ start, end }, index) => {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
      })
    }),
  )
})

test('a long text is read in no time, whatever it holds', () => {
  const started = performance.now()
  for (const bit of ['Aa ', '1 ', 'a.', '06 ', '@a.', 'M. ']) personalData(bit.repeat(1000))
  expect(performance.now() - started).toBeLessThan(1000)
})
