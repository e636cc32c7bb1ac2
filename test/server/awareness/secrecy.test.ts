import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createBatches } from '#server/awareness/secrecy/batches.ts'
import { packChoices, unknownChoice, unpackChoices } from '#server/awareness/secrecy/choices.ts'
import { createAwarenessSecrets } from '#server/awareness/secrecy/secrets.ts'
import { shuffled } from '#server/awareness/secrecy/shuffled.ts'
import { normalisedWord } from '#server/awareness/secrecy/word.ts'

const secrets = createAwarenessSecrets('a secret of the tests, long enough for anyone')
const others = createAwarenessSecrets('another secret of the tests, as long as the first')

describe('a box', () => {
  test('is always the same for the same thing, and means nothing with another secret', () => {
    const id = randomUUID()
    expect(secrets.boxOf('quiz', id)).toBe(secrets.boxOf('quiz', id))
    expect(secrets.boxOf('quiz', id)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const boxes = [secrets.boxOf('quiz', id), secrets.boxOf('perception', id), others.boxOf('quiz', id), id]
    expect(new Set(boxes).size).toBe(4)
  })
})

describe('a sealed content', () => {
  test('is another one each time, and opens as it was', () => {
    const content = Buffer.from([0, 3, 255])
    const [one, two] = [secrets.seal(content), secrets.seal(content)]
    expect(one.equals(two)).toBe(false)
    expect(secrets.unseal(one)).toEqual(content)
    expect(secrets.unseal(two)).toEqual(content)
  })

  test('opens neither changed nor with another secret', () => {
    const sealed = secrets.seal(Buffer.from('ABC'))
    const changed = Buffer.from(sealed)
    changed[14] = (changed[14] ?? 0) ^ 1
    expect(() => secrets.unseal(changed)).toThrow(/unable to authenticate/)
    expect(() => others.unseal(sealed)).toThrow(/unable to authenticate/)
  })
})

test('a word is the same however it is typed, and pairs in one accompaniment alone', () => {
  expect(['Café  Noir', ' cafe noir ', 'CAFÉ NOIR', 'cafe\u0301 noir'].map(normalisedWord)).toEqual(
    Array.from({ length: 4 }, () => 'cafe noir'),
  )
  const [one, two] = [randomUUID(), randomUUID()]
  expect(secrets.pairHash(one, 'Été')).toBe(secrets.pairHash(one, 'ete'))
  expect(secrets.pairHash(one, 'Été')).not.toBe(secrets.pairHash(two, 'Été'))
})

describe('choices', () => {
  const asked = ['un', 'deux', 'trois'].map((id) => ({ id, choices: [{ id: 'a' }, { id: 'b' }] }))

  test('are one byte each, whatever was answered or left out', () => {
    for (const choices of [{}, { un: 'a' }, { un: 'a', deux: 'b', trois: 'b' }]) {
      const packed = packChoices(asked, choices)
      expect(packed).toHaveLength(3)
      expect(unpackChoices(asked, packed)).toEqual(choices)
    }
  })

  test('that the questionnaire does not know are found, those of an object’s prototype included', () => {
    expect(unknownChoice(asked, { un: 'a', trois: 'b' })).toBeUndefined()
    expect(unknownChoice(asked, { un: 'c' })).toBe('un')
    expect(unknownChoice(asked, { quatre: 'a' })).toBe('quatre')
    expect(unknownChoice(asked, { constructor: 'a' })).toBe('constructor')
  })
})

test('a shuffle puts each thing in each place as often', () => {
  const runs = 8000
  const places = new Map<string, number>()
  for (let run = 0; run < runs; run++)
    for (const [place, thing] of shuffled([0, 1, 2, 3]).entries())
      places.set(`${thing}-${place}`, (places.get(`${thing}-${place}`) ?? 0) + 1)

  expect(places.size).toBe(16)
  // Six standard deviations of a binomial of one in four.
  for (const count of places.values()) expect(Math.abs(count - runs / 4)).toBeLessThan(6 * Math.sqrt((runs * 3) / 16))
})

describe('sends that wait together', () => {
  test('leave together while others are written, each with its own reply', async () => {
    const batches = createBatches<number, string>()
    const written: (readonly number[])[] = []
    const first = Promise.withResolvers<void>()
    const write = async (items: readonly number[]) => {
      written.push(items)
      await first.promise
      return items.map(String)
    }
    const replies = [1, 2, 3].map((item) => batches('here', item, write))
    const elsewhere = batches('there', 9, async () => ['nine'])
    expect(await elsewhere).toBe('nine')
    first.resolve()
    expect(await Promise.all(replies)).toEqual(['1', '2', '3'])
    expect(written).toEqual([[1], [2, 3]])
    expect(await batches('here', 4, write)).toBe('4')
  })

  test('that fail fail alone: those that came later are still written', async () => {
    const batches = createBatches<number, number>()
    const write = async (items: readonly number[]) => {
      if (items.includes(1)) throw new Error('lost')
      return items
    }
    const [failed, kept] = await Promise.allSettled([batches('here', 1, write), batches('here', 2, write)])
    expect(failed).toMatchObject({ status: 'rejected' })
    expect(kept).toEqual({ status: 'fulfilled', value: 2 })
  })
})
