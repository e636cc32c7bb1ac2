import { dayFr, fr, groupedHash } from '#src/synthesis/french.ts'
import { limitTexts, statusText, texts } from '#src/synthesis/texts-fr.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { GradeMark } from '#src/synthesis/charts/marks.tsx'
import { Tile } from '#src/synthesis/charts/tile.tsx'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { Section } from './section.tsx'

/** How it was made, what it rests on, what it cannot say, and which document it is. */
export function Method({ synthesis }: { readonly synthesis: Synthesis }) {
  const { questionnaire, indicators, meetings, networkName, fingerprint, revision, deliveredOn, isExample } = synthesis
  const sources = [...new Set(indicators.flatMap(({ rows }) => rows.flatMap(({ source }) => source ?? [])))]
  return (
    <Section
      id="methode"
      kicker="Méthode, sources, limites"
      title="Ce que ce document permet de dire, et ce qu'il ne dit pas"
      className="meth"
    >
      <div className="grid">
        <div className="c4">
          <section>
            <h3>{fr("Une démarche d'équipe")}</h3>
            <p className="small">{statusText(networkName)}</p>
            {meetings.length === 0 ? null : (
              <dl className="lines">
                {meetings.map(({ label, on }) => (
                  <div key={label}>
                    <dt>{dayFr(on)}</dt>
                    <dd>{fr(label)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
          <section>
            <h3>Les quatre niveaux</h3>
            <dl className="lines">
              {questionnaire.levelNames.map((name, index) => (
                <div key={name}>
                  <dt>
                    <svg className="sw" width="5mm" height="4mm" viewBox="0 0 5 4" aria-hidden="true">
                      <Tile
                        box={{ x: 0.12, y: 0.12, width: 4.76, height: 3.76 }}
                        answer="level"
                        level={(index + 1) as Level}
                        grade="A"
                        bare
                      />
                    </svg>{' '}
                    {index + 1}. {name}
                  </dt>
                  <dd>{fr(texts.levelMeanings[index] ?? '')}</dd>
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
                    <GradeMark grade={grade} />
                  </dt>
                  <dd>{fr(texts.gradeMeaning[grade])}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <div className="c4">
          <section>
            <h3>{fr("Le score d'une dimension")}</h3>
            <p className="small">
              {fr(
                "Moyenne des niveaux, pondérée par le poids des critères (1 à 3), ramenée sur 100. Elle s'affiche si au moins 60 % du poids applicable a un niveau : c'est la couverture. Il n'y a ni note globale ni classement.",
              )}
            </p>
          </section>
          <section>
            <h3>Trois absences, trois sens</h3>
            <p className="small">
              <strong>Ne sait pas</strong>
              {fr(' : hors score, baisse la couverture.')}
            </p>
            <p className="small">
              <strong>Sans réponse</strong>
              {fr(' : même effet, mais la question reste ouverte.')}
            </p>
            <p className="small">
              <strong>Non concerné</strong>
              {fr(" : retiré du calcul, motif à l'appui.")}
            </p>
          </section>
          <section>
            <h3>Limites</h3>
            <ul className="small lim">
              {limitTexts(synthesis).map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </section>
          <section>
            <h3>Sources</h3>
            <p className="small">
              {fr(
                `${sources.length === 0 ? "Déclarations de l'équipe." : `${sources.slice(0, 16).join(' ; ')}.`} Aucune donnée nominative ; en dessous de cinq personnes, une valeur est masquée hors de l'équipe.`,
              )}
            </p>
          </section>
        </div>
        <aside className="c4 sheet" aria-label="Fiche du document">
          <h3>Ce document</h3>
          <dl>
            <dt>Version</dt>
            <dd>
              {fr('Complète, pour la structure. Elle montre tous les niveaux : ne pas la diffuser telle quelle.')}
            </dd>
            <dt>État</dt>
            <dd>
              {deliveredOn === undefined
                ? 'Document de travail'
                : fr(`Révision ${Math.max(revision, 1)}, remise le ${dayFr(deliveredOn)}`)}
            </dd>
            <dt>Questionnaire</dt>
            <dd>
              {fr(`${questionnaire.title}, version ${questionnaire.version}, ${questionnaire.criteria} critères`)}
            </dd>
            <dt>Empreinte du questionnaire</dt>
            <dd className="hash">{groupedHash(questionnaire.sha256, 16)}…</dd>
            <dt>Empreinte du contenu, SHA-256</dt>
            <dd className="hash">
              {[0, 16, 32, 48].map((start) => (
                <span key={start} style={{ display: 'block' }}>
                  {groupedHash(fingerprint.slice(start, start + 16))}
                </span>
              ))}
            </dd>
            <dt>Vérifier</dt>
            <dd>{fr("Comparer l'empreinte à celle que montre la page de l'accompagnement dans Jalon.")}</dd>
          </dl>
          {isExample ? (
            <p className="small ex">
              <strong>{fr("Structure d'exemple.")}</strong>{' '}
              {fr("Elle n'existe pas ; toutes les données sont inventées.")}
            </p>
          ) : null}
        </aside>
      </div>
    </Section>
  )
}
