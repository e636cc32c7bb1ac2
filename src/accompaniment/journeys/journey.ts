import type { Guard } from '#src/accompaniment/guards/guard.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import type { Chart } from './chart.ts'
import type { Outline } from './outline.ts'

/**
 * The way an accompaniment goes. A questionnaire says which one it follows; nothing else in the product asks which
 * method it is, only what its journey holds.
 */
export type Journey = Outline & {
  readonly chart: Chart
  /** Conditions of each event; those absent have none. */
  readonly guards: Readonly<Partial<Record<JourneyEvent, readonly Guard[]>>>
}
