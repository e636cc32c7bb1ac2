import { randomInt } from 'node:crypto'
import type { DumpedRow } from './a-dump.ts'

/** What somebody holds who has the whole database, its secret, and saw in which order people sent. */
export type Loot = {
  /** Rows of the tickets that were used, with the name of who holds each, in the order of the disk. */
  readonly tickets: readonly (DumpedRow & { readonly holder: number })[]
  /** Rows of the answers, unsealed, in the order of the disk. */
  readonly answers: readonly (DumpedRow & { readonly said: string })[]
  /** Holders in the order in which they sent. */
  readonly arrival: readonly number[]
}
type Guess = ReadonlyMap<number, string>
type Ranking = (row: DumpedRow) => string | number

/** Each way of telling who said what; a way that has nothing to go by guesses. */
export const strategies: Readonly<Record<string, (loot: Loot) => Guess>> = {
  'the order of the disk on both sides': (loot) =>
    inOrder(
      loot.tickets.map(({ holder }) => holder),
      loot.answers,
    ),
  'the order of arrival and that of the disk': (loot) => inOrder(loot.arrival, loot.answers),
  'the order of arrival and that of the disk, backwards': (loot) => inOrder(loot.arrival.toReversed(), loot.answers),
  'the order of arrival and the age of transactions': (loot) => inOrder(loot.arrival, sorted(loot.answers, age)),
  'the age of transactions on both sides': (loot) =>
    inOrder(
      sorted(loot.tickets, age).map(({ holder }) => holder),
      sorted(loot.answers, age),
    ),
  'the order of hashes and sealed contents': (loot) =>
    inOrder(
      sorted(loot.tickets, hashes).map(({ holder }) => holder),
      sorted(loot.answers, hashes),
    ),
  'the order of arrival and of sealed contents': (loot) => inOrder(loot.arrival, sorted(loot.answers, hashes)),
  'values that both rows hold': sharedValues,
}

function inOrder(holders: readonly number[], answers: Loot['answers']): Guess {
  return new Map(holders.map((holder, index) => [holder, answers[index]?.said ?? '']))
}

const age: Ranking = ({ xmin }) => Number(xmin)
const hashes: Ranking = ({ columns }) => JSON.stringify(columns)

/** Where nothing tells two rows apart, chance does: the order of the disk is another strategy's. */
function sorted<T extends DumpedRow>(rows: readonly T[], by: Ranking): readonly T[] {
  const ranked = rows.map((row) => ({ row, rank: by(row), chance: randomInt(2 ** 47) }))
  return ranked
    .toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.chance - b.chance))
    .map(({ row }) => row)
}

/** The answer that has the most in common with a ticket: a transaction, or any value of any column. */
function sharedValues({ tickets, answers }: Loot): Guess {
  const valuesOf = ({ xmin, columns }: DumpedRow) => new Set([xmin, ...Object.values(columns).map(String)])
  const said = answers.map((row) => ({ said: row.said, values: valuesOf(row) }))
  return new Map(
    tickets.map((ticket) => {
      const mine = valuesOf(ticket)
      const scored = said.map((each) => ({
        said: each.said,
        score: [...each.values].filter((value) => mine.has(value)).length,
        chance: randomInt(2 ** 47),
      }))
      return [ticket.holder, scored.toSorted((a, b) => b.score - a.score || a.chance - b.chance)[0]?.said ?? '']
    }),
  )
}
