import { journeyMachine } from './machine.ts'

/** The journey as a Mermaid state diagram, drawn from the chart itself; `README.md` holds it and a test keeps it current. */
export function journeyDiagram(): string {
  const states = Object.entries(journeyMachine.config.states ?? {})
  const lines = states.flatMap(([from, state]) =>
    Object.entries(state.on ?? {}).flatMap(([event, target]) =>
      typeof target === 'string'
        ? isPause(target)
          ? []
          : [`  ${name(from)} --> ${name(target)}: ${event}`]
        : [`  ${name(from)} --> ${name('origin')}: ${event}`],
    ),
  )
  const pausable = states.filter(([, state]) => Object.hasOwn(state.on ?? {}, 'hold')).map(([id]) => name(id))
  const { initial } = journeyMachine.config
  return [
    'stateDiagram-v2',
    '  direction LR',
    `  [*] --> ${name(typeof initial === 'string' ? initial : '')}`,
    ...lines,
    `  note right of ${name('on-hold')}: hold, from ${pausable.join(', ')}`,
    `  note right of ${name('cancelled')}: cancel, from the same and from ${name('on-hold')}`,
    `  ${name('closed')} --> [*]`,
  ].join('\n')
}

function isPause(target: string): boolean {
  return target === 'on-hold' || target === 'cancelled'
}

/** Mermaid takes no hyphen in a state's id. */
function name(state: string): string {
  return state.replaceAll('-', '_')
}
