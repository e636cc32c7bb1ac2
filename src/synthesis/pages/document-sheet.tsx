import { dayFr, fr, groupedHash } from '#src/synthesis/french.ts'
import type { Head } from '#src/synthesis/model/head.ts'

/** The sheet at the end of a document: which version, for whom, and how to check that nothing changed. */
export function DocumentSheet({ of, version }: { readonly of: Head; readonly version: string }) {
  const { revision, deliveredOn, questionnaire, fingerprint, networkName, isExample } = of
  const handed = deliveredOn === undefined ? '' : `, remise le ${dayFr(deliveredOn)}`
  const rows: readonly { readonly term: string; readonly value: string; readonly isHash?: true }[] = [
    { term: 'Version', value: version },
    { term: 'Révision', value: revision === 0 ? 'document de travail' : `${revision}${handed}` },
    {
      term: 'Questionnaire',
      value: `${questionnaire.title}, version ${questionnaire.version}, ${questionnaire.criteria} critères`,
    },
    { term: 'Empreinte du questionnaire', value: `${groupedHash(questionnaire.sha256, 16)}…`, isHash: true },
    { term: 'Empreinte du contenu, SHA-256', value: groupedHash(fingerprint), isHash: true },
    { term: 'Vérifier', value: 'Comparer cette empreinte à celle de la fiche de l’accompagnement dans Jalon.' },
    ...(networkName === undefined ? [] : [{ term: 'Contact', value: networkName }]),
  ]
  return (
    <aside className="c4 sheet" aria-label="Fiche du document">
      <h3>Ce document</h3>
      <dl>
        {rows.map(({ term, value, isHash }) => (
          <div key={term}>
            <dt>{fr(term)}</dt>
            <dd className={isHash === true ? 'hash' : undefined}>{fr(value)}</dd>
          </div>
        ))}
      </dl>
      {isExample && (
        <p className="small ex">{fr('Structure d’exemple : elle n’existe pas, toutes ses données sont inventées.')}</p>
      )}
    </aside>
  )
}
