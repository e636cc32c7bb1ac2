import { expect, test } from 'vitest'
import type { PortfolioItem } from '#src/contract/portfolio.ts'
import { lastBefore } from '#client/meeting/lead/use-previous.ts'

const item = (own: Partial<PortfolioItem> & { readonly id: string }): PortfolioItem => ({
  structure: { id: 's', name: 'S', kinds: ['ACI'] },
  method: 'm',
  methodTitle: 'M',
  journey: 'key-arguments',
  state: 'closed',
  period: '2023',
  isExample: false,
  waiting: { group: 'done', code: '', details: {}, missing: 0 },
  since: '2024-01-01T00:00:00Z',
  ...own,
})
const now = { id: 'now', structure: 's', method: 'm', period: '2025' }

test('the last time is the newest delivered one of the same structure and method, about an earlier year', () => {
  const items = [
    item({ id: 'old', period: '2021' }),
    item({ id: 'last', period: '2023', state: 'follow-up' }),
    item({ id: 'going', period: '2024', state: 'evidence' }),
    item({ id: 'same-year', period: '2025' }),
    item({ id: 'other-method', period: '2024', method: 'n' }),
    item({ id: 'other-structure', period: '2024', structure: { id: 't', name: 'S', kinds: [] } }),
    item({ id: 'now', period: '2024' }),
  ]
  expect(lastBefore(items, now)?.id).toBe('last')
})

test('without a last time there is no hypothesis', () => {
  expect(lastBefore([], now)).toBe(undefined)
  expect(lastBefore([item({ id: 'later', period: '2026' })], now)).toBe(undefined)
})
