import type { Position, Spread } from '#src/room/room-events.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { meetingTexts } from './texts-fr.ts'
import { isSamePosition, rodOf } from './words.ts'

type SpreadListProps = {
  readonly spread: Spread
  readonly mine: Position
  readonly levelNames: readonly string[]
}

/** Over so many people dots no longer count at a glance: a bar does. */
const mostDots = 25

/** How many took each position: the four levels always, absences only where somebody chose them. */
export function SpreadList({ spread, mine, levelNames }: SpreadListProps) {
  const rows: readonly { readonly position: Position; readonly name: string; readonly count: number }[] = [
    ...([1, 2, 3, 4] as const).map((level) => ({
      position: { level },
      name: `${level} ${levelNames[level - 1] ?? ''}`,
      count: spread[`level${level}`],
    })),
    { position: { unknown: true }, name: meetingTexts.unknownInSpread, count: spread.unknown },
    { position: { notApplicable: true }, name: meetingTexts.notApplicableInSpread, count: spread.notApplicable },
    { position: { passed: true }, name: meetingTexts.passedInSpread, count: spread.passed },
  ]
  const people = rows.reduce((sum, row) => sum + row.count, 0)

  return (
    <ol className="spread">
      {rows
        .filter((row) => 'level' in row.position || row.count > 0)
        .map(({ position, name, count }) => (
          <li key={name}>
            <LevelRod value={rodOf(position)} height={34} />
            <span className="name">
              <b>{name}</b>
              {isSamePosition(position, mine) && <span className="mine">{meetingTexts.mine}</span>}
            </span>
            {people > mostDots ? (
              <span className="measure" style={{ width: `${(100 * count) / people}%` }} aria-hidden="true" />
            ) : (
              <span className="dots" aria-hidden="true">
                {Array.from({ length: count }, (_, dot) => (
                  <i key={dot} className={'level' in position ? `level-${position.level}` : 'absent'} />
                ))}
              </span>
            )}
            <b className="count">
              {count}
              <span className="vh">{meetingTexts.people(count)}</span>
            </b>
          </li>
        ))}
    </ol>
  )
}
