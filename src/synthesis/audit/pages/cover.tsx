import { dayFr, fr, groupedHash, shortened } from '#src/synthesis/french.ts'
import { kindsText } from '#src/synthesis/texts-fr.ts'
import { titleSize } from '#src/synthesis/pages/title-size.ts'
import { Scales } from '#src/synthesis/audit/charts/scales.tsx'
import { Stacks } from '#src/synthesis/audit/charts/stacks.tsx'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { auditTexts } from '#src/synthesis/audit/texts-fr.ts'

/** The name, what the document is and who may read it. No result at all: it may be seen on a desk. */
export function AuditCover({ audit }: { readonly audit: AuditSynthesis }) {
  const { structure, questionnaire, period, deliveredOn, revision, networkName, isExample, fingerprint, tally } = audit
  const name = shortened(structure.name, 180)
  const place = structure.department === undefined ? '' : `, département ${structure.department}`
  const legal = audit.stages.flatMap(({ criteria }) => criteria).filter((criterion) => criterion.legal).length
  const facts: readonly (readonly [string, string])[] = [
    ['Année', period],
    deliveredOn === undefined ? ['État', 'document de travail'] : ['Remise', dayFr(deliveredOn)],
    ['Version', revision > 1 ? `interne, révision ${revision}` : 'interne, confidentielle'],
    ['Questionnaire', `${questionnaire.version}, ${tally.criteria} critères`],
    ['Empreinte', `${groupedHash(fingerprint, 12)}…`],
  ]
  return (
    <section className="cover audit-cover" aria-labelledby="synthese-titre">
      <div className="top">
        <p className="network">{fr(networkName ?? 'Jalon')}</p>
        <div className="tags">
          {isExample && <p className="tag">{fr(auditTexts.example)}</p>}
          <p className="tag pill">{auditTexts.confidential}</p>
        </div>
      </div>
      <div className="title">
        <h1 id="synthese-titre" className={titleSize(name)} dir="auto">
          {fr(name)}
        </h1>
        <p className="doc">{fr(`${auditTexts.internalName} : ${questionnaire.title.toLocaleLowerCase('fr')}`)}</p>
        <p className="what">{fr(`${kindsText(structure.kinds)}${place}`)}</p>
      </div>
      <figure role="group" aria-label="Les étapes et leurs critères">
        <Stacks stages={audit.stages} tally={tally} />
        <figcaption className="note">
          <Scales size={3.2} silent />{' '}
          {fr(
            `Une colonne est une étape, un bloc un critère, sa hauteur son poids. En noir, ce que la loi exige ou un risque juridique direct (${legal} critères sur ${tally.criteria}). Cette page ne montre aucun résultat : elle peut rester sur un bureau.`,
          )}
        </figcaption>
      </figure>
      <div className="trio cover-trio">
        <div>
          <h2>Pourquoi ce document</h2>
          <p className="small">
            {fr(
              'L’équipe a relu ses pratiques, étape par étape. Elle voulait savoir où la règle est écrite, où elle est vécue, où elle manque.',
            )}
          </p>
          <p className="small">
            {fr('Il sert à décider, pas à juger. Aucun nom, aucun récit, aucune réponse individuelle.')}
          </p>
        </div>
        <div>
          <h2>Qui peut le lire</h2>
          <p className="small">
            {fr('Les personnes de l’accompagnement. D’autres lecteurs sur la seule décision, écrite, de la direction.')}
          </p>
          <p className="small">
            {fr(
              'Il ne s’affiche pas et ne se joint à aucune candidature. Pour l’extérieur, il existe une page publique.',
            )}
          </p>
        </div>
        <div>
          <h2>Comment le lire</h2>
          <p className="small">
            {fr(
              'D’abord le cadre. Puis les étapes, la loi en premier ; ce qui tient et ce qu’il faut lever ; ce que vivent les personnes. Enfin le plan, les recours et la méthode.',
            )}
          </p>
        </div>
      </div>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="note">{fr(term)}</dt>
            <dd className={term === 'Empreinte' ? 'hash' : undefined}>{fr(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
