import { LevelMark } from '#src/synthesis/charts/marks.tsx'
import { Timeline } from '#src/synthesis/charts/timeline.tsx'
import { fr, numberFr, shortDayFr, shortened } from '#src/synthesis/french.ts'
import type { PlanRow } from '#src/synthesis/model/plan.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { planHeadline } from '#src/synthesis/texts-fr.ts'
import { Section } from './section.tsx'

/** A narrow cell that holds more would run over sheets; all of it is in the accompaniment. */
const mostSigns = { owner: 80, success: 240, firstStep: 300 }

export function Plan({ synthesis }: { readonly synthesis: Synthesis }) {
  const { plan, milestones } = synthesis
  if (plan.length === 0) return null
  const hasPriority = plan.some(({ priority }) => priority !== undefined)
  return (
    <Section id="plan" kicker="Plan de progrès" title={planHeadline(plan)}>
      <table className="plan">
        <caption className="sr">{fr('Actions, par ordre de priorité')}</caption>
        <colgroup>
          <col style={{ width: '7mm' }} />
          <col style={{ width: '62mm' }} />
          <col style={{ width: '23mm' }} />
          <col style={{ width: '24mm' }} />
          <col style={{ width: '30mm' }} />
          <col style={{ width: '15mm' }} />
          {hasPriority && <col />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">N°</th>
            <th scope="col">Action et premier pas</th>
            <th scope="col">Responsable</th>
            <th scope="col">Échéance</th>
            <th scope="col">Indicateur et cible</th>
            <th scope="col">Niveau</th>
            {hasPriority && <th scope="col">Priorité</th>}
          </tr>
        </thead>
        <tbody>
          {plan.map((row, index) => (
            <Row key={index} row={row} number={index + 1} hasPriority={hasPriority} />
          ))}
        </tbody>
      </table>
      {plan.some(({ dueOn }) => dueOn !== undefined) && (
        <figure role="group" aria-label="Calendrier du plan" style={{ marginTop: '6mm' }}>
          <Timeline plan={plan} milestones={milestones} />
          <figcaption className="note" style={{ marginTop: '1.8mm' }}>
            {fr(
              `${milestones.length === 0 ? '' : 'Petit rond : premier pas, dans les 30 jours. '}Numéro : échéance. Plus le trait est épais, plus l’action est prioritaire. Indice de priorité : poids × écart au niveau 4 × impact ÷ effort ; P1 à partir de 9, P2 à partir de 4.`,
            )}
          </figcaption>
        </figure>
      )}
    </Section>
  )
}

type RowProps = { readonly row: PlanRow; readonly number: number; readonly hasPriority: boolean }

function Row({ row, number, hasPriority }: RowProps) {
  const { title, criterion, owner, firstStep, dueOn, success, currentLevel, targetLevel, priority, index, legal } = row
  return (
    <tr>
      <td className="no num">{number}</td>
      <th scope="row">
        <strong dir="auto">{fr(title)}</strong>
        {firstStep !== undefined && (
          <span className="note">{fr(`D’abord : ${shortened(firstStep, mostSigns.firstStep)}`)}</span>
        )}
        {criterion !== undefined && (legal || firstStep === undefined) && (
          <span className="note">{fr(`${criterion}${legal ? ', obligation légale' : ''}`)}</span>
        )}
      </th>
      <td>{fr(shortened(owner ?? '–', mostSigns.owner))}</td>
      <td className="day">{dueOn === undefined ? '–' : shortDayFr(dueOn)}</td>
      <td>{fr(shortened(success ?? '–', mostSigns.success))}</td>
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
      {hasPriority && (
        <td>
          {priority !== undefined && <span className={`pr pr-${priority}`}>{priority}</span>}
          {index !== undefined && <span className="note">{fr(`indice ${numberFr(index, 1)}`)}</span>}
        </td>
      )}
    </tr>
  )
}
