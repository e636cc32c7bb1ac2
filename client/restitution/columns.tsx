import { IconScale } from '@tabler/icons-react'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { favourableCount, type Placed, type Restitution } from './restitution.ts'
import { restitutionTexts as t } from './texts-fr.ts'

/** Warnings first, points of support beside them, then what people said. The limits are for the room: no warning is ever left out. */
export function RestitutionColumns({ opened, restitution, most = 50, mostSaid = most }: ColumnsProps) {
  const { warnings, supports, toDemonstrate, levelled, beside, answers } = restitution
  const favourable = favourableChoices(opened)
  // What was lived or seen stays on its own page: only agreement stands beside a level.
  const said = beside
    .filter(({ item }) => item.kind === 'statement')
    .map((each) => ({ each, count: favourableCount(each, favourable.get(each.item.id) ?? new Set()) }))
    .filter(({ count }) => count !== undefined)
    .slice(0, mostSaid)

  return (
    <div className="restitution-columns">
      <section aria-labelledby="warnings-title">
        <h2 className="rule" id="warnings-title">
          {t.first}
          <IconScale size="1.1em" aria-hidden />
        </h2>
        {warnings.length === 0 ? (
          <p className="muted">{levelled === 0 ? t.noLevelYet : t.noWarning}</p>
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
      <section aria-labelledby="said-title">
        <h2 className="rule" id="said-title">
          {said.length === 0 ? t.perceptionNone : t.perception(answers)}
        </h2>
        {said.length === 0 ? (
          <p className="muted">{t.noPerception}</p>
        ) : (
          <>
            <ul>
              {said.map(({ each, count }) => (
                <li key={each.item.id}>
                  <b className="restitution-mark count">{count}</b>
                  <span>
                    {each.item.text}
                    <span className="muted">
                      {t.audit(
                        each.criteria.map(({ level }) => (level === undefined ? t.noLevel : t.level(level))).join(', '),
                      )}
                    </span>
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
    </div>
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

function favourableChoices({ questionnaire }: Opened): ReadonlyMap<string, ReadonlySet<string>> {
  const { perception } = awarenessSections(questionnaire)
  return new Map(
    (perception?.items ?? []).map(({ id, choices }) => [
      id,
      new Set(choices.filter(({ favourable }) => favourable === true).map((choice) => choice.id)),
    ]),
  )
}

type ColumnsProps = {
  readonly opened: Opened
  readonly restitution: Restitution
  readonly most?: number
  readonly mostSaid?: number
}
