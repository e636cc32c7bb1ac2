import { fewestForSpread, type Position, type RoomEvent, type Spread } from './room-events.ts'

/** How many took each position: passing, not knowing and not being concerned count. */
export function spreadOf(positions: readonly Position[]): Spread {
  const count = (takes: (position: Position) => boolean) => positions.filter(takes).length
  const at = (level: number) => count((position) => 'level' in position && position.level === level)

  return {
    level1: at(1),
    level2: at(2),
    level3: at(3),
    level4: at(4),
    unknown: count((position) => 'unknown' in position),
    notApplicable: count((position) => 'notApplicable' in position),
    passed: count((position) => 'passed' in position),
  }
}

/** How many people a spread counts. */
export function spreadSize(spread: Spread): number {
  const { level1, level2, level3, level4, unknown, notApplicable, passed } = spread
  return level1 + level2 + level3 + level4 + unknown + notApplicable + passed
}

/** A spread is seen once the advisor reveals it, from three answers on, and by those who have answered or passed. */
export function spreadVisible(vote: {
  readonly answered: number
  readonly revealed: boolean
  readonly viewerAnswered: boolean
}): boolean {
  return vote.revealed && vote.viewerAnswered && vote.answered >= fewestForSpread
}

/** `screen`: the projected and presenter's views. `seat`: a phone, with the criteria it has answered or passed. */
export type Viewer =
  { readonly kind: 'screen' } | { readonly kind: 'seat'; readonly hasAnswered: (criterionId: string) => boolean }

/** The event as this viewer may have it: a phone gets no spread of what it has not answered. */
export function eventFor(viewer: Viewer, event: RoomEvent): RoomEvent {
  if (event.type !== 'positioned' && event.type !== 'revealed') return event
  const { spread, ...rest } = event
  if (spread === undefined) return event
  const visible = spreadVisible({
    answered: spreadSize(spread),
    revealed: true,
    viewerAnswered: viewer.kind === 'screen' || viewer.hasAnswered(event.criterionId),
  })
  return visible ? event : rest
}
