import { describe, expect, test } from 'vitest'
import { indicatorsHeadline, planHeadline } from '#src/synthesis/texts-fr.ts'
import { readExample, synthesisWith } from '#test/support/synthesis/example-synthesis.ts'

const example = await readExample()
const rowsOf = (synthesis: ReturnType<typeof synthesisWith>) => synthesis.indicators.flatMap(({ rows }) => rows)

describe('the read model of a synthesis', () => {
  test('holds the score object’s own values, none of its own making', () => {
    const synthesis = synthesisWith(example)
    const scored = new Map(example.score.indicators.map((result) => [result.id, result]))
    for (const { id, result } of rowsOf(synthesis)) {
      const own = scored.get(id)
      expect(result.kind === 'value' ? result.value : undefined).toBe(own?.computable === true ? own.value : undefined)
    }
    expect(rowsOf(synthesis)).toHaveLength(example.score.indicators.length)
    expect(synthesis.profile.dimensions.map(({ score }) => score)).toEqual(
      example.score.dimensions.map(({ score }) => score),
    )
    expect(synthesis.profile.tally.strengths).toBe(example.score.strengths.length)
  })

  test('keeps no value that counts fewer than five people, nor its past', () => {
    const synthesis = synthesisWith(
      example,
      { indicators: { 'sor-taux-dynamiques': { numerator: 3, denominator: 4 } } },
      {
        series: {
          'sor-taux-dynamiques': [
            { year: 2024, value: 58.3 },
            { year: 2025, value: 75 },
          ],
        },
      },
    )
    const [row] = rowsOf(synthesis)
    expect(row).toMatchObject({ id: 'sor-taux-dynamiques', result: { kind: 'masked' }, series: [] })
    expect(synthesis.keyFigures).toEqual([])
    expect(synthesis.arguments.flatMap(({ figures }) => figures)).toEqual([])
  })

  test('says why a figure could not be computed or had', () => {
    const synthesis = synthesisWith(
      example,
      {
        indicators: {
          'for-taux-acces': { numerator: 0, denominator: 0 },
          'for-heures': { numerator: 1, denominator: 0 },
        },
      },
      { unavailable: { 'pag-estime': 'Prévu l’an prochain' } },
    )
    expect(rowsOf(synthesis).map(({ id, result }) => [id, result.kind])).toEqual([
      ['pag-estime', 'unavailable'],
      ['for-taux-acces', 'masked'],
      ['for-heures', expect.stringMatching(/zero-denominator|masked/)],
    ])
  })

  test('a quotation is printed with its author’s consent and unless the direction refuses', () => {
    const quotes = (allowed?: boolean) =>
      synthesisWith(example, {}, allowed === undefined ? {} : { quotesAllowed: allowed }).arguments.filter(
        ({ quote }) => quote !== undefined,
      ).length
    expect(quotes()).toBe(3)
    expect(quotes(true)).toBe(3)
    expect(quotes(false)).toBe(0)
    const [first] = example.sheet.keyArguments ?? []
    const withheld = first?.quote === undefined ? [] : [{ ...first, quote: { ...first.quote, consent: false } }]
    expect(synthesisWith(example, { keyArguments: withheld }).arguments[0]?.quote).toBeUndefined()
  })

  test('a trend is judged against the indicator’s own direction', () => {
    const rising = [
      { year: 2023, value: 6.8 },
      { year: 2025, value: 7.9 },
    ]
    const synthesis = synthesisWith(
      example,
      {},
      {
        series: { 'gou-absenteisme': rising, 'for-taux-acces': rising, 'pub-part-brsa': rising },
      },
    )
    const trends = new Map(rowsOf(synthesis).map(({ id, trend }) => [id, trend]))
    expect([trends.get('gou-absenteisme'), trends.get('for-taux-acces'), trends.get('pub-part-brsa')]).toEqual([
      'worse',
      'better',
      'descriptive',
    ])
    expect(indicatorsHeadline({ ...synthesis, notMeasured: [] })).toBe('Un indicateur s’améliore, un se dégrade')
  })

  test('is plain data, so it can be kept with the print', () => {
    const synthesis = synthesisWith(example)
    expect(JSON.parse(JSON.stringify(synthesis))).toEqual(synthesis)
  })
})

test('headings of a sheet with little in it', () => {
  const bare = synthesisWith(example, { indicators: {}, keyArguments: [], plan: [], customElements: [], answers: {} })
  expect(indicatorsHeadline({ indicators: [], notMeasured: ['A'] })).toBe(
    'Aucune valeur encore, un indicateur reste à mesurer',
  )
  expect(indicatorsHeadline(bare)).toMatch(/^Aucune valeur encore, .+ indicateurs restent à mesurer$/)
  expect(planHeadline([{ title: 'Commencer', legal: false, priority: 'P1' }])).toBe('Une action pour progresser')
})

test('a figure that no one explained and that cannot be is said to be checked', () => {
  const figures = { 'pag-freins-leves': { numerator: 9, denominator: 8 } }
  const rows = (comment?: string) =>
    rowsOf(
      synthesisWith(example, {
        indicators: {
          'pag-freins-leves': { ...figures['pag-freins-leves'], ...(comment === undefined ? {} : { comment }) },
        },
      }),
    )
  expect(rows()[0]).toMatchObject({ isUnusual: true })
  expect(rows('Deux freins par personne')[0]).toMatchObject({ isUnusual: false })
})
