import { Threads } from '#src/synthesis/charts/threads.tsx'
import { dayFr, fr, groupedHash, inLetters, plural, shortened } from '#src/synthesis/french.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { kindsText } from '#src/synthesis/texts-fr.ts'
import { titleSize } from './title-size.ts'

/** The structure's name first, then its own drawing. A name too long for the cover is whole on the next page. */
export function Cover({ synthesis }: { readonly synthesis: Synthesis }) {
  const { structure, questionnaire, period, deliveredOn, revision, networkName, isExample, fingerprint, profile } =
    synthesis
  const name = shortened(structure.name, 180)
  const numbered = synthesis.arguments.length
  const place = structure.department === undefined ? '' : `, département ${structure.department}`
  const facts: readonly (readonly [string, string])[] = [
    ['Exercice évalué', period],
    deliveredOn === undefined ? ['État', 'document de travail'] : ['Remise', dayFr(deliveredOn)],
    ['Version', revision > 1 ? `complète, révision ${revision}` : 'complète, interne'],
    ['Questionnaire', `${questionnaire.version}, ${questionnaire.criteria} critères`],
    ['Empreinte', `${groupedHash(fingerprint, 12)}…`],
  ]

  return (
    <section className="cover" aria-labelledby="synthese-titre">
      <div className="top">
        <p className="network">{fr(networkName ?? 'Jalon')}</p>
        {isExample && <p className="tag">{fr('Structure d’exemple, données inventées')}</p>}
      </div>
      <div className="title">
        <h1 id="synthese-titre" className={titleSize(name)} dir="auto">
          {fr(name)}
        </h1>
        <p className="doc">{fr(`Synthèse de l’évaluation : ${questionnaire.title.toLocaleLowerCase('fr')}`)}</p>
        <p className="what">{fr(`${kindsText(structure.kinds)}${place}`)}</p>
      </div>
      <figure role="group" aria-label={fr('Le profil en un dessin')}>
        <Threads dimensions={profile.dimensions} />
        <figcaption className="note">
          {fr(
            `Un faisceau est un critère : plus il compte de fils, plus il pèse ; sa hauteur est le niveau, de 1 à 4. Fil plein : une preuve l’appuie. Fil évidé : il n’est que déclaré. Pointillé : ne sait pas.${numbered === 0 ? '' : ` En terracotta, ${numbered === 1 ? 'l’argument fort' : `les ${inLetters(numbered)} ${plural(numbered, 'argument fort', 'arguments forts')}`}.`}`,
          )}
        </figcaption>
      </figure>
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
