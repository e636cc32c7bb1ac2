import { fr, shortDayFr, shortMonthFr } from '#src/synthesis/french.ts'
import type { PlanRow } from '#src/synthesis/model/plan.ts'
import { mm, size8 } from './tile.tsx'

export type TimelineProps = {
  readonly plan: readonly PlanRow[]
  readonly deliveredOn?: string | undefined
  readonly milestones: readonly { readonly id: string; readonly on: string }[]
}

const width = 176
const top = 14.4
const rowHeight = 6.4
const thickness = { P1: 1.8, P2: 1, P3: 0.35 } as const

/** When each action is due, on one axis of months; the thicker the line, the higher the priority. */
export function Timeline({ plan, deliveredOn, milestones }: TimelineProps) {
  const rows = plan.flatMap(({ dueOn, priority }, index) =>
    dueOn === undefined ? [] : [{ dueOn, priority, number: index + 1 }],
  )
  const days = [
    ...rows.map(({ dueOn }) => dueOn),
    ...milestones.map(({ on }) => on),
    ...(deliveredOn === undefined ? [] : [deliveredOn]),
  ]
  const months = days.map(monthOf)
  const start = deliveredOn === undefined ? Math.floor(Math.min(...months)) : Math.min(monthOf(deliveredOn), ...months)
  const end = Math.max(Math.ceil(Math.max(...months)), start + 3)
  const at = (month: number) => (width * (month - start)) / (end - start)
  const bottom = top + rowHeight * (rows.length - 1) + 5
  const ticks = Array.from({ length: Math.ceil(end) - Math.ceil(start) }, (_, index) => Math.ceil(start) + index)
  const every = Math.ceil(ticks.length / 14)
  const marks = [...(deliveredOn === undefined ? [] : [{ id: 'J0', on: deliveredOn }]), ...milestones]
  const label = `Échéances : ${rows.map(({ number, dueOn }) => `action ${number}, ${shortDayFr(dueOn)}`).join(' ; ')}.`

  return (
    <svg
      width={`${width}mm`}
      height={`${bottom + 5.4}mm`}
      viewBox={`0 0 ${width} ${bottom + 5.4}`}
      role="img"
      aria-label={fr(label)}
    >
      {marks.map(({ id, on }) => {
        const x = at(monthOf(on))
        const anchor = x > width - 14 ? 'end' : 'start'
        return (
          <g key={id}>
            <line x1={mm(x)} x2={mm(x)} y1={8.4} y2={bottom} stroke="var(--line-strong)" strokeWidth={0.25} />
            <text className="d" x={mm(x)} y={3} fontSize={3.528} fontWeight={700} textAnchor={anchor}>
              {id}
            </text>
            <text x={mm(x)} y={6.8} fontSize={size8} textAnchor={anchor}>
              {shortDayFr(on)}
            </text>
          </g>
        )
      })}
      {ticks.map((month, index) => (
        <g key={month}>
          <line
            x1={mm(at(month))}
            x2={mm(at(month))}
            y1={bottom}
            y2={bottom + 1.4}
            stroke="var(--line-strong)"
            strokeWidth={0.25}
          />
          {index % every === 0 && month + 1 <= end && (
            <text
              x={mm(at(month + 0.5))}
              y={bottom + 4.4}
              fontSize={size8}
              textAnchor="middle"
              style={{ fill: 'var(--ink-2)' }}
            >
              {shortMonthFr(`0000-${String((month % 12) + 1).padStart(2, '0')}`)}
            </text>
          )}
        </g>
      ))}
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke="var(--line-strong)" strokeWidth={0.25} />
      {rows.map(({ dueOn, priority, number }, index) => {
        const y = top + index * rowHeight
        const x = Math.min(width - 2.5, Math.max(2.5, at(monthOf(dueOn))))
        const first = priority === 'P1'
        return (
          <g key={number}>
            <line x1={0} x2={mm(x)} y1={y} y2={y} stroke="var(--ink)" strokeWidth={thickness[priority ?? 'P3']} />
            <circle
              cx={mm(x)}
              cy={y}
              r={2.4}
              fill={first ? 'var(--ink)' : 'var(--paper)'}
              stroke="var(--ink)"
              strokeWidth={0.3}
            />
            <text
              x={mm(x)}
              y={y + 1.05}
              fontSize={size8}
              fontWeight={700}
              textAnchor="middle"
              style={{ fill: first ? '#fff' : 'var(--ink)' }}
            >
              {number}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Months since year 0, with the part of the month gone by. */
function monthOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year * 12 + month - 1 + (date - 1) / 31
}
