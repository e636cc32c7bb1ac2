import { describe, expect, test } from 'vitest'
import { argumentsHeadline, profileHeadline, statusText } from '#src/synthesis/texts-fr.ts'

const tally = { strengths: 0, toDemonstrate: 0, toImprove: 0, unknown: 0, unanswered: 0, notApplicable: 0 }

describe('headings', () => {
  test('say how many strengths are proved and how many are only claimed', () => {
    expect(profileHeadline({ ...tally, strengths: 17, toDemonstrate: 4 })).toBe(
      'Dix-sept points forts démontrés, quatre forces encore à prouver',
    )
    expect(profileHeadline({ ...tally, strengths: 1, toDemonstrate: 1 })).toBe(
      'Un point fort démontré, une force encore à prouver',
    )
  })

  test('leave out what there is none of', () => {
    expect(profileHeadline({ ...tally, strengths: 2 })).toBe('Deux points forts démontrés')
    expect(profileHeadline({ ...tally, toDemonstrate: 1 })).toBe('Une force encore à prouver')
    expect(profileHeadline(tally)).toBe('Un premier état des lieux, pour savoir d’où l’on part')
  })

  test('count the key arguments', () => {
    expect([1, 5].map(argumentsHeadline)).toEqual([
      'Une chose que nous pouvons affirmer',
      'Cinq choses que nous pouvons affirmer',
    ])
  })
})

test('the status says who accompanied, and that it is no label', () => {
  expect(statusText('le réseau')).toBe(
    'Auto-évaluation accompagnée par le réseau, établie avec l’équipe\u00a0; ne vaut ni label ni certification.',
  )
  expect(statusText(undefined)).toContain('Auto-évaluation accompagnée, établie')
})
