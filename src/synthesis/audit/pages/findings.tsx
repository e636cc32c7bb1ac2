import { GradeMark } from '#src/synthesis/charts/marks.tsx'
import { dayFr, fr, listFr, shortened, shortMonthFr } from '#src/synthesis/french.ts'
import { Section } from '#src/synthesis/pages/section.tsx'
import { Scales } from '#src/synthesis/audit/charts/scales.tsx'
import type { AuditSynthesis, Support, Warning } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { findingsHeadline, noWarningText, supportsBand, warningsBand } from '#src/synthesis/audit/texts-fr.ts'
import { WarningsTable } from './warnings-table.tsx'

/** More would not stand under the supports: they become lines of a table. */
const mostCards = 3
const mostOthers = 14

/** What holds over what must be lifted, at the same size: a duty is shown by its date, not by its fault. */
export function Findings({ audit }: { readonly audit: AuditSynthesis }) {
  const { supports, otherStrengths, warnings } = audit
  const others = otherStrengths.slice(0, mostOthers)
  const left = otherStrengths.length - others.length
  return (
    <Section id="appuis" kicker="Points d’appui et vigilances" title={findingsHeadline(audit)} className="findings">
      <h3 className="band">{fr(supportsBand(audit))}</h3>
      {supports.length === 0 ? (
        <p className="small">
          {fr(
            'Aucun critère n’est encore au niveau 3 ou 4 avec une preuve. C’est un point de départ : une pièce ajoutée suffit parfois à faire d’une pratique un point d’appui.',
          )}
        </p>
      ) : (
        <ol className="trio">
          {supports.map((support) => (
            <SupportCard key={support.number} support={support} isBrief={warnings.length > mostCards} />
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <p className="small others">
          <b>{fr('Et aussi : ')}</b>
          {fr(left > 0 ? `${others.join(', ')} et ${left} autres.` : `${listFr(others)}.`)}
        </p>
      )}
      <h3 className="band second">{fr(warningsBand(warnings.length))}</h3>
      {warnings.length === 0 && <p className="small">{fr(noWarningText(audit.tally))}</p>}
      {warnings.length > 0 && warnings.length <= mostCards && (
        <ol className={warnings.length === 1 ? 'trio one' : 'trio'}>
          {warnings.map((warning) => (
            <WarningCard key={warning.number} warning={warning} />
          ))}
        </ol>
      )}
      {warnings.length > mostCards && <WarningsTable warnings={warnings} />}
    </Section>
  )
}

function SupportCard({ support, isBrief }: { readonly support: Support; readonly isBrief: boolean }) {
  const { number, title, stage, level, legal, grade, fact, figure, example, proofs } = support
  const large = figure !== undefined && figure.text.length <= 7
  return (
    <li>
      <p className="n" aria-hidden="true">
        {number}
      </p>
      <p className="hero">
        {figure !== undefined && large ? (
          figure.text
        ) : (
          <>
            {level}
            <small>{fr(' sur 4')}</small>
          </>
        )}
      </p>
      <p className="lab">{fr(figure !== undefined && large ? figure.label : 'niveau, preuve à l’appui')}</p>
      <p className="note">
        {fr(figure?.parts !== undefined && large ? figure.parts.replace(/\s*\/\s*/, ' sur ') : stage)}
      </p>
      <h3>{fr(title)}</h3>
      {!isBrief && <p className="small said">{fr(shortened(example ?? fact, 210))}</p>}
      <p className="note proof">
        <GradeMark grade={grade} />
        <span>
          {legal && (
            <>
              <Scales size={3} />{' '}
            </>
          )}
          {fr(proofs.length === 0 ? 'indicateur calculé' : shortened(listFr(proofs), 90))}
        </span>
      </p>
    </li>
  )
}

function WarningCard({ warning }: { readonly warning: Warning }) {
  const { number, title, stage, finding, expected, action } = warning
  return (
    <li className="w">
      <p className="v">{`Vigilance ${number}`}</p>
      <p className="note until">{action?.dueOn === undefined ? 'à lever' : 'à lever au plus tard le'}</p>
      <p className="hero date">{action?.dueOn === undefined ? fr('sous 3 mois') : dayAndMonth(action.dueOn)}</p>
      <h3>{fr(title)}</h3>
      <p className="note">
        <Scales size={3.2} silent /> {fr(`${stage}, niveau 1 sur 4`)}
      </p>
      <dl>
        <dt>Ce que nous constatons</dt>
        <dd>{fr(shortened(finding, 190))}</dd>
        <dt>Ce que nous visons</dt>
        <dd>{fr(shortened(expected, 190))}</dd>
        <dt>Ce que nous faisons</dt>
        <dd>
          {action === undefined ? (
            <strong className="miss">{fr('Action à décider : l’échéance est de trois mois au plus.')}</strong>
          ) : (
            <>
              <strong>{fr(action.title)}</strong>
              {fr(`${action.owner === undefined ? '' : `, ${shortened(action.owner, 60)}`} (action ${action.number})`)}
            </>
          )}
        </dd>
      </dl>
      {action?.dueOn !== undefined && <span className="sr">{fr(`Échéance : ${dayFr(action.dueOn)}`)}</span>}
    </li>
  )
}

function dayAndMonth(day: string): string {
  const date = Number(day.slice(8, 10))
  return `${date === 1 ? '1er' : date}\u00a0${shortMonthFr(day)}`
}
