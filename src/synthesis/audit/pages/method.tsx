import { DocumentSheet } from '#src/synthesis/pages/document-sheet.tsx'
import { fr } from '#src/synthesis/french.ts'
import { Absences, GradesKey, LevelsKey } from '#src/synthesis/pages/how-to-read.tsx'
import { Section } from '#src/synthesis/pages/section.tsx'
import { statusText } from '#src/synthesis/texts-fr.ts'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { auditLimits, perceptionAbsence } from '#src/synthesis/audit/texts-fr.ts'

const mostReasons = 4

/** What the sheet says of this version. */
const version = 'Interne et confidentielle. Elle montre les niveaux et les vigilances : ne pas la diffuser.'

/** How it was made and what it cannot say. */
export function AuditMethod({ audit }: { readonly audit: AuditSynthesis }) {
  const { networkName, questionnaire, tally, stages, perception } = audit
  const absence = perceptionAbsence(perception)
  const away = stages.flatMap(({ criteria }) => criteria.filter(({ answer }) => answer === 'notApplicable'))
  return (
    <Section
      id="methode"
      kicker="Méthode et limites"
      title="Ce que ce document permet de dire, et ce qu’il ne dit pas"
      className="meth"
    >
      <div className="grid">
        <div className="c4">
          <section>
            <h3>{fr('Une démarche d’équipe')}</h3>
            <p className="small">{statusText(networkName)}</p>
          </section>
          <LevelsKey names={questionnaire.levelNames} />
          <GradesKey />
        </div>
        <div className="c4">
          <section>
            <h3>{fr('Le score d’une étape')}</h3>
            <p className="small">
              {fr(
                `Moyenne des niveaux, pondérée par le poids des critères (1 à 3), ramenée sur 100. Elle s’affiche si au moins 60 % du poids applicable a un niveau. Il n’y a ni ${audit.overall === undefined ? 'note globale, ni ' : ''}classement, ni comparaison entre structures.`,
              )}
            </p>
          </section>
          <section>
            <h3>Quiz et enquête anonymes</h3>
            <p className="small">
              {fr(
                'Ni compte, ni adresse, ni appareil, ni heure. Les résultats paraissent à la clôture, dès sept réponses ; les réponses une à une sont effacées à la remise.',
              )}
            </p>
            {absence !== undefined && <p className="small">{fr(absence)}</p>}
          </section>
          <Absences tally={tally} reasons={away.slice(0, mostReasons)} />
          <section>
            <h3>Limites</h3>
            <ul className="small lim">
              {auditLimits(audit).map((limit) => (
                <li key={limit}>{fr(limit)}</li>
              ))}
            </ul>
          </section>
        </div>
        <DocumentSheet of={audit} version={version} />
      </div>
    </Section>
  )
}
