import { IconScale } from '@tabler/icons-react'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { saidOf, type Placed, type Restitution, type Said as SaidLine } from './restitution.ts'
import { restitutionTexts as t } from './texts-fr.ts'

/** Warnings first, points of support beside them, then what people said; a wall shows the first of each but every warning. */
export function RestitutionColumns({ opened, restitution, most = 50 }: ColumnsProps) {
  return (
    <div className="restitution-columns">
      <Warnings restitution={restitution} most={most} />
      <Supports restitution={restitution} most={most} />
      <Said opened={opened} restitution={restitution} most={most} />
    </div>
  )
}

function Warnings({ restitution: { warnings, levelled, unread }, most }: ColumnProps) {
  return (
    <section className="restitution-warnings" aria-labelledby="warnings-title">
      <h2 className="rule" id="warnings-title">
        {t.first}
        <IconScale size="1.1em" aria-hidden />
      </h2>
      {warnings.length === 0 ? (
        <p className="muted">{levelled === 0 ? t.noLevelYet : t.noWarning(unread)}</p>
      ) : (
        <ol className={warnings.length > most ? 'many' : ''}>
          {warnings.map((warning, index) => (
            <li key={warning.id}>
              <span className="restitution-mark number" aria-hidden="true">
                {index + 1}
              </span>
              <Words criterion={warning} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

export function Supports({ restitution: { supports, toDemonstrate, levelled }, most }: ColumnProps) {
  return (
    <section aria-labelledby="supports-title">
      <h2 className="rule" id="supports-title">
        {t.supports}
      </h2>
      {supports.length === 0 && <p className="muted">{levelled === 0 ? t.noLevelYet : t.noSupport}</p>}
      <ul>
        {supports.slice(0, most).map((support) => (
          <li key={support.id}>
            <span className="restitution-mark">
              <LevelRod value={support.level ?? 'unanswered'} height={48} />
            </span>
            <Words criterion={support} />
          </li>
        ))}
      </ul>
      {toDemonstrate > 0 && (
        <p className="muted small restitution-more">{capitalised(t.toDemonstrate(toDemonstrate))}</p>
      )}
    </section>
  )
}

export function Said({ opened, restitution, most }: ColumnProps & { readonly opened: Opened }) {
  const said = saidOf(opened, restitution)
  return (
    <section className="restitution-said" aria-labelledby="said-title">
      <h2 className="rule" id="said-title">
        {said.length === 0 ? t.perceptionNone : t.perception(restitution.answers)}
      </h2>
      {said.length === 0 ? (
        <p className="muted">{t.noPerception}</p>
      ) : (
        <>
          <ul>
            {said.slice(0, most).map(({ id, text, count, levels }) => (
              <li key={id}>
                <b className="restitution-mark count">{count}</b>
                <span>
                  {text}
                  <span className="muted">{t.audit(auditLevels(levels))}</span>
                </span>
              </li>
            ))}
          </ul>
          <p className="muted small restitution-more">
            {t.perceptionLead} <GoLink to={paths.page(opened.id, 'perception')}>{t.seePerception}</GoLink>
          </p>
        </>
      )}
    </section>
  )
}

function Words({ criterion }: { readonly criterion: Placed }) {
  return (
    <span>
      {criterion.title}
      <span className="muted">{t.inStage(criterion.stage, criterion.level ?? 1)}</span>
    </span>
  )
}

/** Several practices at one level say it once. */
function auditLevels(levels: SaidLine['levels']): string {
  const words = levels.map((level) => (level === undefined ? t.noLevel : t.level(level)))
  return [...new Set(words)].join(', ')
}

type ColumnProps = { readonly restitution: Restitution; readonly most: number }

type ColumnsProps = { readonly opened: Opened; readonly restitution: Restitution; readonly most?: number }
