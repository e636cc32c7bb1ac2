import type { PerceptionItemResult, PerceptionResults, ShownClass } from '#src/anonymity/results.ts'
import type { Perception, PerceptionItem } from '#src/questionnaire/sections/awareness.ts'
import { capitalised } from '#client/app/fr.ts'
import { perceptionTexts as t } from './texts-fr.ts'

type ShownResults = Extract<PerceptionResults, { readonly shown: true }>

/** Every item as it may be shown: statements with their split where nothing can be deduced, then what was lived or seen. */
export function Results({ results, perception }: { readonly results: ShownResults; readonly perception: Perception }) {
  const of = (kind: PerceptionItemResult['kind']) => results.items.filter((item) => item.kind === kind)
  const asked = new Map(perception.items.map((item) => [item.id, item]))
  const groups = results.groups ?? []

  return (
    <>
      <p className="perception-key" aria-hidden="true">
        {(['favourable', 'unfavourable', 'declined', 'merged'] as const).map((way) => (
          <span key={way}>
            <i className={`segment ${way}`} />
            {
              {
                favourable: t.keyFavourable,
                unfavourable: t.keyUnfavourable,
                declined: t.keyDeclined,
                merged: t.keyMerged,
              }[way]
            }
          </span>
        ))}
      </p>
      <table className="perception-table">
        <thead>
          <tr>
            <th scope="col">{t.statements}</th>
            <th scope="col">
              {t.all}
              <span>{t.answersOf(results.answers)}</span>
            </th>
            {groups.map(({ id, text }) => (
              <th key={id} scope="col">
                {capitalised(text)}
                <span>{t.sayYes}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of('statement').map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.text}</th>
              <td>
                <Row item={item} asked={asked.get(item.id)} total={results.answers} />
              </td>
              <Split item={item} asked={asked.get(item.id)} groups={groups} />
            </tr>
          ))}
        </tbody>
        <thead>
          <tr>
            <th scope="col">{t.experiences}</th>
            <th scope="col">
              {t.all}
              <span>{t.answersOf(results.answers)}</span>
            </th>
            {groups.length > 0 && (
              <th scope="col" colSpan={groups.length}>
                <span>{t.neverSplit}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {of('experience').map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.text}</th>
              <td colSpan={1 + groups.length}>
                <Row item={item} asked={asked.get(item.id)} total={results.answers} named />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Counts as lengths; merged neighbours are one hatched segment that carries only their sum. */
function Row({ item, asked, total, named = false }: RowProps) {
  if (item.row === 'masked') return <span className="segment merged whole">{t.rowMasked}</span>
  const merged = named ? item.row.filter((each) => wayOf(each, asked) === 'merged') : []
  return (
    <>
      <span className="segments">
        {item.row.map((each) => {
          const way = wayOf(each, asked)
          return (
            <span key={each.text} className={`segment ${way}`} style={{ flexGrow: each.count / total }}>
              <b>{each.count}</b>
              {named && (way === 'favourable' || way === 'unfavourable') ? (
                <small>{each.text}</small>
              ) : (
                <span className="vh"> {each.text}</span>
              )}
            </span>
          )
        })}
      </span>
      {merged.map((each) => (
        <span key={each.text} className="perception-merged" aria-hidden="true">
          {t.mergedAre(each.count, each.text)}
        </span>
      ))}
    </>
  )
}

function Split({ item, asked, groups }: SplitProps) {
  if (groups.length === 0) return null
  const { split, row } = item
  const yes = row === 'masked' ? -1 : row.findIndex((each) => wayOf(each, asked) === 'favourable')
  if (split === undefined || split === 'masked' || yes === -1)
    return (
      <td colSpan={groups.length}>
        <span className="segment merged tiny" aria-hidden="true" /> <span className="small muted">{t.splitMasked}</span>
      </td>
    )
  return groups.map(({ id, text, answers }) => (
    <td key={id} data-group={capitalised(text)}>
      <span className="perception-part">{t.outOf(split[id]?.[yes]?.count ?? 0, answers)}</span>
    </td>
  ))
}

/** How a segment is drawn: one way of answering, or several merged. */
function wayOf({ choices }: ShownClass, asked: PerceptionItem | undefined) {
  const ways = new Set(
    choices.map((id) => {
      const choice = asked?.choices.find((each) => each.id === id)
      if (choice === undefined || choice.declined === true) return 'declined'
      return choice.favourable === true ? 'favourable' : 'unfavourable'
    }),
  )
  const [only] = ways
  return ways.size === 1 && only !== undefined ? only : 'merged'
}

type RowProps = {
  readonly item: PerceptionItemResult
  readonly asked: PerceptionItem | undefined
  readonly total: number
  readonly named?: boolean
}
type SplitProps = {
  readonly item: PerceptionItemResult
  readonly asked: PerceptionItem | undefined
  readonly groups: NonNullable<ShownResults['groups']>
}
