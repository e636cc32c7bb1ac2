import type { Chart } from './journeys/chart.ts'

/** A journey as a Mermaid state diagram, drawn from the chart itself; `README.md` holds each and a test keeps them current. */
export function journeyDiagram({ arrows, states: [first = 'requested'] }: Chart): string {
  const steps = arrows.filter(({ to, event }) => to !== 'on-hold' && to !== 'cancelled' && event !== 'resume')
  const pausable = arrows.filter(({ event }) => event === 'hold').map(({ from }) => name(from))
  return [
    'stateDiagram-v2',
    '  direction LR',
    `  [*] --> ${name(first)}`,
    ...steps.map(({ from, event, to }) => `  ${name(from)} --> ${name(to)}: ${event}`),
    `  ${name('on-hold')} --> origin: resume`,
    '  cancelled --> origin: resume',
    `  note right of ${name('on-hold')}: hold, from ${pausable.join(', ')}`,
    `  note right of cancelled: cancel, from the same and from ${name('on-hold')}`,
    '  closed --> [*]',
  ].join('\n')
}

/** Mermaid takes no hyphen in a state's id. */
function name(state: string): string {
  return state.replaceAll('-', '_')
}
