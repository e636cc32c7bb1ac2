import type { Stage } from '#src/scoring/stage-map.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { Scales, StageDrawing, type WarningNumbers } from './stage-drawing.tsx'
import { restitutionTexts as t } from './texts-fr.ts'

/** The stages side by side, then how to read them. */
export function Profile({
  stages,
  warnings,
}: {
  readonly stages: readonly Stage[]
  readonly warnings: WarningNumbers
}) {
  return (
    <>
      <ol className="profile">
        {stages.map((stage) => (
          <li key={stage.id}>
            <h2>{stage.shortTitle ?? stage.title}</h2>
            <StageDrawing
              stage={stage}
              warnings={warnings}
              label={t.stageLabel(
                stage.title,
                stage.criteria.length,
                stage.criteria.filter(({ isWarning }) => isWarning).length,
              )}
            />
          </li>
        ))}
      </ol>
      <p className="profile-key">
        <span>
          <LevelRod value={3} height={30} /> {t.above}
        </span>
        <span>
          <svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">
            <rect
              x="1"
              y="1"
              width="16"
              height="14"
              rx="3"
              fill="var(--warn-tint)"
              stroke="var(--warn)"
              strokeWidth="1.6"
            />
            <path d="M3 10 L8 3 M5 13 L12 3 M9 13 L15 5" stroke="var(--warn)" strokeWidth="1.2" />
          </svg>{' '}
          {t.below}
          <svg width="22" height="17" viewBox="0 0 22 17" aria-hidden="true">
            <Scales />
          </svg>
        </span>
      </p>
    </>
  )
}

/** The same map for those who read it rather than look at it. */
export function ProfileTable({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <details className="profile-table">
      <summary>{t.table}</summary>
      <table>
        <thead>
          <tr>
            {Object.values(t.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.flatMap((stage) =>
            stage.criteria.map((criterion) => (
              <tr key={criterion.id}>
                <td>{stage.shortTitle ?? stage.title}</td>
                <th scope="row">{criterion.title}</th>
                <td>{criterion.legal ? t.legal : ''}</td>
                <td>{criterion.level ?? t.answers[criterion.answer]}</td>
                <td>{criterion.legalGap === 0 ? '' : t.gap(criterion.legalGap)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  )
}
