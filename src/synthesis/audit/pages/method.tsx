import { DocumentSheet } from '#src/synthesis/pages/document-sheet.tsx'
import { GradeMark } from '#src/synthesis/charts/marks.tsx'
import { Tile } from '#src/synthesis/charts/tile.tsx'
import { fr, shortened } from '#src/synthesis/french.ts'
import { Section } from '#src/synthesis/pages/section.tsx'
import { statusText, texts } from '#src/synthesis/texts-fr.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { auditLimits, perceptionAbsence } from '#src/synthesis/audit/texts-fr.ts'

const levels: readonly Level[] = [1, 2, 3, 4]
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
          <section>
            <h3>Les quatre niveaux</h3>
            <dl className="lines">
              {levels.map((level) => (
                <div key={level}>
                  <dt>
                    <svg className="sw" width="5mm" height="4mm" viewBox="0 0 5 4" aria-hidden="true">
                      <Tile
                        box={{ x: 0.12, y: 0.12, width: 4.76, height: 3.76 }}
                        answer="level"
                        level={level}
                        grade="A"
                        bare
                      />
                    </svg>
                    {fr(`${level}. ${questionnaire.levelNames[level - 1] ?? ''}`)}
                  </dt>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h3>La solidité de la preuve</h3>
            <dl className="lines">
              {(['A', 'B', 'C'] as const).map((grade) => (
                <div key={grade}>
                  <dt>
                    <GradeMark grade={grade} /> {fr(texts.grades[grade].name)}
                  </dt>
                  <dd>{fr(texts.grades[grade].rule)}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <div className="c4">
          <section>
            <h3>{fr('Le score d’une étape')}</h3>
            <p className="small">
              {fr(
                'Moyenne des niveaux, pondérée par le poids des critères (1 à 3), ramenée sur 100. Elle s’affiche si au moins 60 % du poids applicable a un niveau. Il n’y a ni note globale, ni classement, ni comparaison entre structures.',
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
          <section>
            <h3>Trois absences, trois sens</h3>
            <p className="small">{fr(`Ne sait pas (${tally.unknown}) : hors score, baisse la couverture.`)}</p>
            <p className="small">{fr(`Sans réponse (${tally.unanswered}) : même effet.`)}</p>
            <p className="small">{fr(`Non concerné (${tally.notApplicable}) : retiré du calcul, motif à l’appui.`)}</p>
            {away.slice(0, mostReasons).map(({ id, shortTitle, reason }) => (
              <p className="note" key={id} dir="auto">
                {fr(reason === undefined ? shortTitle : `${shortTitle} : « ${shortened(reason, 120)} »`)}
              </p>
            ))}
          </section>
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
