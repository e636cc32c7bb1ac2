import { dayFr, fr, listFr, shortened } from '#src/synthesis/french.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { limitTexts, statusText, texts } from '#src/synthesis/texts-fr.ts'
import { DocumentSheet } from './document-sheet.tsx'
import { Absences, GradesKey, LevelsKey } from './how-to-read.tsx'
import { Section } from './section.tsx'

/** More sources than this are in the table of indicators anyway. */
const mostSources = 12
/** More reasons than this would fill the page; all are in the accompaniment. */
const mostReasons = 4

/** What the sheet says of this version. */
const version = 'Complète, pour la structure. Elle montre tous les niveaux : ne pas la diffuser telle quelle.'

export function Method({ synthesis }: { readonly synthesis: Synthesis }) {
  const { networkName, meetings, questionnaire, profile, indicators } = synthesis
  const { tally } = profile
  const sources = [
    ...new Set(
      indicators.flatMap(({ rows }) =>
        rows.flatMap(({ source }) => (source === undefined ? [] : [shortened(source, 120)])),
      ),
    ),
  ]
  const quoted =
    sources.length === 0
      ? 'Déclarations de l’équipe'
      : sources.length > mostSources
        ? `${sources.slice(0, mostSources).join(', ')} et les autres citées au tableau des indicateurs`
        : listFr(sources)
  const away = synthesis.profile.dimensions.flatMap(({ criteria }) =>
    criteria.filter(({ answer }) => answer === 'notApplicable'),
  )
  return (
    <Section
      id="methode"
      kicker="Méthode, sources, limites"
      title="Ce que ce document permet de dire, et ce qu’il ne dit pas"
      className="meth"
    >
      <div className="grid">
        <div className="c4">
          <section>
            <h3>{fr('Une démarche d’équipe')}</h3>
            <p className="small">{statusText(networkName)}</p>
            {meetings.length > 0 && (
              <dl className="lines" style={{ marginTop: '2.5mm' }}>
                {meetings.map(({ label, on }) => (
                  <div key={`${label} ${on}`}>
                    <dt>{fr(label)}</dt>
                    <dd>{dayFr(on)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
          <LevelsKey names={questionnaire.levelNames} meanings={texts.levelMeanings} />
          <GradesKey />
        </div>
        <div className="c4">
          <section>
            <h3>{fr('Le score d’une dimension')}</h3>
            <p className="small">
              {fr(
                `Moyenne des niveaux, pondérée par le poids des critères (1 à 3), ramenée sur 100. Elle s’affiche si au moins 60 % du poids applicable a un niveau : c’est la couverture. ${synthesis.overall === undefined ? 'Il n’y a ni note globale ni classement.' : 'Il n’y a pas de classement.'}`,
              )}
            </p>
          </section>
          <Absences tally={tally} reasons={away.length <= mostReasons ? away : []} />
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
                `${quoted}. Aucune donnée nominative ; en dessous de cinq personnes, une valeur est masquée hors de l’équipe.`,
              )}
            </p>
          </section>
        </div>
        <DocumentSheet of={synthesis} version={version} />
      </div>
    </Section>
  )
}
