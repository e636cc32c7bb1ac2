import { LevelMark } from '#src/synthesis/charts/marks.tsx'
import { Timeline } from '#src/synthesis/charts/timeline.tsx'
import { fr, numberFr, shortDayFr, shortened } from '#src/synthesis/french.ts'
import { Section } from '#src/synthesis/pages/section.tsx'
import { Scales } from '#src/synthesis/audit/charts/scales.tsx'
import type { AuditAction, AuditSynthesis, SuggestionRow } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { auditPlanHeadline } from '#src/synthesis/audit/texts-fr.ts'

/** What the sheet leaves under the heading, in millimetres. */
const room = 203
const calendarHeight = (actions: number) => 36 + 6 * actions

/** What is decided, the law first; without a plan, where to begin. */
export function AuditPlan({ audit }: { readonly audit: AuditSynthesis }) {
  const { milestones } = audit
  const plan = audit.plan.map(brief)
  if (plan.length === 0) return <Suggestions audit={audit} />
  // One sheet: first the first steps go, then the calendar; both are in the accompaniment.
  const calendar = calendarHeight(plan.length)
  const isLong = tableHeight(plan, 'with-first-steps') + calendar > room
  const hasCalendar = !isLong || tableHeight(plan, 'alone') + calendar <= room
  const parts = [
    {
      id: 'law',
      rows: plan.filter(({ legal }) => legal),
      title: 'La loi d’abord : obligations et risques juridiques directs',
    },
    { id: 'practice', rows: plan.filter(({ legal }) => !legal), title: 'Les pratiques à faire progresser' },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <Section id="plan" kicker="Plan de progrès" title={auditPlanHeadline(audit)} className="audit-plan">
      <table className="plan">
        <caption className="sr">{fr('Actions, la loi d’abord')}</caption>
        <colgroup>
          <col style={{ width: '7mm' }} />
          <col style={{ width: '60mm' }} />
          <col style={{ width: '28mm' }} />
          <col style={{ width: '24mm' }} />
          <col style={{ width: '25mm' }} />
          <col style={{ width: '16mm' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">N°</th>
            <th scope="col">Action et premier pas</th>
            <th scope="col">Responsable</th>
            <th scope="col">Échéance</th>
            <th scope="col">Indicateur et cible</th>
            <th scope="col">Niveau</th>
            <th scope="col">Priorité</th>
          </tr>
        </thead>
        {parts.map(({ id, rows, title }) => (
          <tbody key={id}>
            <tr className="first">
              <th className="gh" colSpan={7} scope="rowgroup">
                {id === 'law' && (
                  <>
                    <Scales size={3.6} silent />{' '}
                  </>
                )}
                {fr(title)}
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.number} row={row} isLong={isLong} />
            ))}
          </tbody>
        ))}
      </table>
      {hasCalendar && plan.some(({ dueOn }) => dueOn !== undefined) && (
        <figure role="group" aria-label="Calendrier du plan" className="calendar">
          <Timeline plan={plan} milestones={milestones} legalPoint />
          <figcaption className="note">
            {fr(
              `${milestones.some(({ id }) => id === 'm3') ? 'Fond sable : les trois mois laissés aux vigilances. ' : ''}${milestones.length === 0 ? '' : 'Petit rond : premier pas, dans les 30 jours. '}Numéro : échéance. Plus le trait est épais, plus l’action est prioritaire. Une vigilance est toujours P1.`,
            )}
          </figcaption>
        </figure>
      )}
    </Section>
  )
}

/** A narrow cell that holds more would take the sheet; all of it is in the accompaniment. */
const mostSigns = { owner: 60, success: 120, firstStep: 160 }

function brief({ owner, success, firstStep, ...action }: AuditAction): AuditAction {
  return {
    ...action,
    ...(owner === undefined ? {} : { owner: shortened(owner, mostSigns.owner) }),
    ...(success === undefined ? {} : { success: shortened(success, mostSigns.success) }),
    ...(firstStep === undefined ? {} : { firstStep: shortened(firstStep, mostSigns.firstStep) }),
  }
}

/** About, in millimetres: rows as high as their fullest cell. */
function tableHeight(plan: readonly AuditAction[], mode: 'with-first-steps' | 'alone'): number {
  const lines = (text: string | undefined, most: number) => Math.ceil((text ?? '').length / most)
  return plan.reduce((sum, { title, owner, success, firstStep, criterion, warning }) => {
    const first =
      mode === 'alone' ? 0 : 3.75 * lines(firstStep === undefined ? criterion : `D’abord : ${firstStep}`, 44)
    const cells = [4.4 * lines(title, 35) + first, 4.4 * lines(owner, 18), 4.4 * lines(success, 15)]
    return sum + 2.7 + Math.max(...cells, warning === undefined ? 8.2 : 12)
  }, 0)
}

function Row({ row, isLong }: { readonly row: AuditAction; readonly isLong: boolean }) {
  const { number, title, criterion, owner, firstStep, dueOn, success, currentLevel, targetLevel } = row
  const { priority, index, warning, done } = row
  return (
    <tr>
      <td className="no num">{number}</td>
      <th scope="row">
        <strong dir="auto">{fr(title)}</strong>
        {!isLong && (firstStep !== undefined || criterion !== undefined) && (
          <span className="note">{fr(firstStep === undefined ? (criterion ?? '') : `D’abord : ${firstStep}`)}</span>
        )}
      </th>
      <td>{fr(owner ?? '–')}</td>
      <td className="day">
        {dueOn === undefined ? '–' : shortDayFr(dueOn)}
        {done && <span className="note">faite</span>}
      </td>
      <td>{fr(success ?? '–')}</td>
      <td className="num">
        {currentLevel !== undefined && (
          <>
            <LevelMark level={currentLevel} target={targetLevel} />
            <span className="note">
              {fr(`${currentLevel}${targetLevel === undefined ? '' : `, visé ${targetLevel}`}`)}
            </span>
          </>
        )}
      </td>
      <td>
        {priority !== undefined && <span className={`pr pr-${priority}`}>{priority}</span>}
        {warning !== undefined && <span className="note miss">{fr(`vigilance ${warning}`)}</span>}
        {index !== undefined && <span className="note">{fr(`indice ${numberFr(index, 1)}`)}</span>}
      </td>
    </tr>
  )
}

function Suggestions({ audit }: { readonly audit: AuditSynthesis }) {
  const { suggestions } = audit
  return (
    <Section
      id="plan"
      kicker="Plan de progrès"
      title={auditPlanHeadline(audit)}
      lead={
        suggestions.length === 0
          ? 'L’équipe n’a pas encore retenu d’action.'
          : 'L’équipe n’a pas encore retenu d’action. Le questionnaire propose celles-ci, la loi d’abord : une par critère, à discuter. Un plan en retient de trois à huit.'
      }
    >
      {suggestions.length === 0 ? (
        <p>{fr('Rien n’est proposé : aucun critère n’a encore de niveau, ou tous sont déjà au plus haut.')}</p>
      ) : (
        <table className="plan">
          <caption className="sr">Actions proposées</caption>
          <colgroup>
            <col style={{ width: '92mm' }} />
            <col />
            <col style={{ width: '18mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Action proposée</th>
              <th scope="col">Critère</th>
              <th scope="col">Priorité</th>
            </tr>
          </thead>
          <tbody>
            {suggestions.map((row) => (
              <Suggestion key={`${row.criterion} ${row.title}`} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function Suggestion({ row: { title, criterion, legal, priority } }: { readonly row: SuggestionRow }) {
  return (
    <tr>
      <th scope="row">
        <strong>{fr(title)}</strong>
      </th>
      <td>
        {legal && (
          <>
            <Scales size={3.2} />{' '}
          </>
        )}
        {fr(criterion)}
      </td>
      <td>
        <span className={`pr pr-${priority}`}>{priority}</span>
      </td>
    </tr>
  )
}
