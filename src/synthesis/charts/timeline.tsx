import { fr, shortDayFr, shortMonthFr } from '#src/synthesis/french.ts'
import type { PlanRow } from '#src/synthesis/model/plan.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { mm, size8 } from './tile.tsx'

const width = 176
const rowHeight = 6
/** Priority is said by the weight of the line and of its mark: the colours belong to the levels. */
const thickness = { P1: 1.8, P2: 1, P3: 0.35 } as const
const milestoneWords: Readonly<Record<string, string>> = {
  m0: 'départ',
  m1: 'premiers pas',
  m3: 'point légal',
  m6: 'point de suivi',
  m12: 'bilan',
}

type TimelineProps = {
  readonly plan: readonly PlanRow[]
  readonly milestones: Synthesis['milestones']
  /** Sand up to the point of the law, and a heavy rule there. */
  readonly legalPoint?: true
}

/** When each action is due, on one axis of months, the plan's dates across; without them, the axis of the actions alone. */
export function Timeline({ plan, milestones, legalPoint }: TimelineProps) {
  const rows = plan.flatMap((row, index) =>
    row.dueOn === undefined ? [] : [{ row, number: index + 1, month: monthOf(row.dueOn), dueOn: row.dueOn }],
  )
  const top = milestones.length === 0 ? 3 : 14.4
  const dates = [...rows.map(({ month }) => month), ...milestones.map(({ on }) => monthOf(on))]
  const start = milestones.length === 0 ? Math.floor(Math.min(...dates)) : Math.min(...dates)
  const end = Math.max(milestones.length === 0 ? Math.ceil(Math.max(...dates)) : Math.max(...dates), start + 3)
  const at = (month: number) => 0.2 + ((width - 0.4) * (month - start)) / (end - start)
  const bottom = top + rowHeight * (rows.length - 1) + 5
  const firstSteps = milestones.find(({ id }) => id === 'm1')
  const law = legalPoint === true ? milestones.find(({ id }) => id === 'm3') : undefined
  const label = `Échéances : ${rows.map(({ number, dueOn }) => `action ${number}, ${shortDayFr(dueOn)}`).join(' ; ')}.`

  return (
    <svg
      width={`${width}mm`}
      height={`${mm(bottom + 5.4)}mm`}
      viewBox={`0 0 ${width} ${mm(bottom + 5.4)}`}
      role="img"
      aria-label={fr(label)}
    >
      {law !== undefined && (
        <rect
          x={mm(at(start))}
          y={8.4}
          width={mm(at(monthOf(law.on)) - at(start))}
          height={mm(bottom - 8.4)}
          fill="var(--sand)"
        />
      )}
      {milestones.map(({ id, month, on }, index) => {
        const isLaw = law?.id === id
        const x = at(monthOf(on))
        const next = milestones[index + 1]
        const hasRoom = next === undefined || at(monthOf(next.on)) - x > 12
        const anchor = x > width - 20 ? 'end' : 'start'
        return (
          <g key={id}>
            <line
              x1={mm(x)}
              x2={mm(x)}
              y1={8.4}
              y2={mm(bottom)}
              stroke={isLaw ? 'var(--ink)' : 'var(--line-strong)'}
              strokeWidth={isLaw ? 0.7 : 0.25}
            />
            <text className="d" x={mm(x)} y={3} fontSize={3.528} fontWeight={700} textAnchor={anchor}>
              {month === 0 ? 'J0' : `M${month}`}
            </text>
            {hasRoom && (
              <text x={mm(x)} y={6.8} fontSize={size8} textAnchor={anchor}>
                {fr(milestoneWords[id] ?? shortDayFr(on))}
              </text>
            )}
          </g>
        )
      })}
      <Months start={start} end={end} at={at} y={bottom} />
      {rows.map(({ row, number, month }, index) => (
        <ActionLine
          key={number}
          row={row}
          number={number}
          x={at(month)}
          y={top + index * rowHeight}
          clearOf={law === undefined ? undefined : at(monthOf(law.on))}
          firstStepAt={firstSteps === undefined ? undefined : at(monthOf(firstSteps.on))}
        />
      ))}
    </svg>
  )
}

type ActionLineProps = {
  readonly row: PlanRow
  readonly number: number
  readonly x: number
  readonly y: number
  readonly firstStepAt: number | undefined
  /** A rule that no label may cross. */
  readonly clearOf: number | undefined
}

function ActionLine({ row, number, x, y, firstStepAt, clearOf }: ActionLineProps) {
  const { priority = 'P3', shortTitle = '', firstStep } = row
  const end = Math.min(width - 2.6, Math.max(2.6, x))
  const solid = priority === 'P1'
  const room = shortTitle.length * 1.66 + 1.6
  const crosses = clearOf !== undefined && end - 3 < clearOf && end + 2.9 + room > clearOf
  const from = crosses ? Math.max(end, clearOf - 1.6) : end
  const after = from + 3.6 + room <= width
  return (
    <g>
      <line x1={0.2} x2={mm(end)} y1={mm(y)} y2={mm(y)} stroke="var(--ink)" strokeWidth={thickness[priority]} />
      {firstStep !== undefined && firstStepAt !== undefined && end > firstStepAt + 4 && (
        <circle cx={mm(firstStepAt)} cy={mm(y)} r={1.2} fill="var(--paper)" stroke="var(--ink)" strokeWidth={0.3} />
      )}
      <circle
        cx={mm(end)}
        cy={mm(y)}
        r={2.4}
        fill={solid ? 'var(--ink)' : 'var(--paper)'}
        stroke="var(--ink)"
        strokeWidth={0.3}
      />
      <text
        x={mm(end)}
        y={mm(y + 1.05)}
        fontSize={size8}
        fontWeight={700}
        textAnchor="middle"
        style={{ fill: solid ? '#fff' : 'var(--ink)' }}
      >
        {number}
      </text>
      {shortTitle !== '' && (
        <rect
          x={mm(after ? from + 2.9 : end - 2.9 - room)}
          y={mm(y - 2.2)}
          width={mm(room)}
          height={4.4}
          fill="var(--paper)"
        />
      )}
      {shortTitle !== '' && (
        <text
          x={mm(after ? from + 3.6 : end - 3.6)}
          y={mm(y + 1.05)}
          fontSize={3.087}
          textAnchor={after ? 'start' : 'end'}
        >
          {fr(shortTitle)}
        </text>
      )}
    </g>
  )
}

type MonthsProps = {
  readonly start: number
  readonly end: number
  readonly at: (month: number) => number
  readonly y: number
}

function Months({ start, end, at, y }: MonthsProps) {
  const first = Math.ceil(start)
  const ticks = Array.from({ length: Math.max(0, Math.floor(end) - first + 1) }, (_, index) => first + index)
  const every = Math.ceil(ticks.length / 14)
  return (
    <g>
      <line x1={0.2} x2={width - 0.2} y1={mm(y)} y2={mm(y)} stroke="var(--line-strong)" strokeWidth={0.25} />
      {ticks.map((month, index) => (
        <g key={month}>
          <line
            x1={mm(at(month))}
            x2={mm(at(month))}
            y1={mm(y)}
            y2={mm(y + 1.4)}
            stroke="var(--line-strong)"
            strokeWidth={0.25}
          />
          {index % every === 0 && month + 0.9 <= end && (
            <text
              x={mm(at(month + 0.5))}
              y={mm(y + 4.4)}
              fontSize={size8}
              textAnchor="middle"
              style={{ fill: 'var(--ink-2)' }}
            >
              {shortMonthFr(`0000-${String((month % 12) + 1).padStart(2, '0')}`)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** Months since year 0, with the part of the month gone by. */
function monthOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year * 12 + month - 1 + (date - 1) / 31
}
