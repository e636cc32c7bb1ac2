import { GradeMark } from '#src/synthesis/charts/marks.tsx'
import { Publics } from '#src/synthesis/charts/publics.tsx'
import { figureFr, fr, numberFr, shortened } from '#src/synthesis/french.ts'
import { identityRows } from '#src/synthesis/model/identity.ts'
import type { IndicatorRow } from '#src/synthesis/model/indicators.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { identityHeadline } from '#src/synthesis/texts-fr.ts'
import { Rows, Section } from './section.tsx'

export function Identity({ synthesis }: { readonly synthesis: Synthesis }) {
  const { identity, keyFigures, publics, message, period } = synthesis
  const motto = identity.find(({ id }) => id === 'accroche')?.value ?? ''
  const allProved = keyFigures.every(({ grade }) => grade === 'A')
  const compared = publics.some(({ territory }) => territory !== undefined)

  return (
    <Section id="identite" kicker="Carte d’identité" title={motto.trim() === '' ? identityHeadline(synthesis) : motto}>
      <div className="grid">
        <div className="c4">
          <h3 className="h3">La structure</h3>
          <Rows rows={identityRows(synthesis)} />
          {message !== undefined && message.trim() !== '' && (
            <div className="block">
              <h3 className="h3">Le mot de la direction</h3>
              {message.split(/\n+/).map((paragraph, index) => (
                <p key={index} className="word" dir="auto">
                  {fr(paragraph)}
                </p>
              ))}
            </div>
          )}
        </div>
        <div className="c8">
          <div className="between">
            <h3 className="h3">Chiffres clés</h3>
            <p className="note">
              {fr(
                allProved && keyFigures.length > 0
                  ? `Exercice ${period}. Tous de solidité A : calculés, pièce jointe.`
                  : `Exercice ${period}`,
              )}
            </p>
          </div>
          {keyFigures.length === 0 ? (
            <p className="small block">{fr('Aucun indicateur n’a encore de valeur pour cet exercice.')}</p>
          ) : (
            <ol className="keys">
              {keyFigures.map((row) => (
                <KeyFigure key={row.id} row={row} showsGrade={!allProved} />
              ))}
            </ol>
          )}
          {publics.length > 0 && (
            <figure className="block" role="group" aria-labelledby="synthese-publics">
              <h3 className="h3" id="synthese-publics">
                {fr(`Les personnes accueillies${compared ? ', comparées au territoire' : ''}`)}
              </h3>
              <Publics rows={publics} />
              <figcaption className="note">
                {fr(
                  `Part de chaque public, exercice ${period} ; numérateurs, sources et preuves au tableau des indicateurs.${compared ? ' Le territoire informe, il ne note pas.' : ''}`,
                )}
              </figcaption>
            </figure>
          )}
        </div>
      </div>
    </Section>
  )
}

/** Under a figure, not a paragraph. */
const mostSourceSigns = 120
/** More would take a second line at the size of the others. */
const mostFigureSigns = 12

function KeyFigure({ row, showsGrade }: { readonly row: IndicatorRow; readonly showsGrade: boolean }) {
  const { result, unit, decimals, label, source, grade } = row
  if (result.kind !== 'value') return null
  const figure = figureFr(result.value, unit, decimals)
  const parts =
    result.parts === undefined
      ? ''
      : `${numberFr(result.parts.numerator, 2)} sur ${numberFr(result.parts.denominator, 2)}`
  const said = [parts, shortened(source ?? '', mostSourceSigns)].filter((each) => each !== '').join(', ')
  return (
    <li>
      <span className={figure.length > mostFigureSigns ? 'v long' : 'v'}>{figure}</span>
      <span className="l">{fr(label)}</span>
      <span className="note s">
        {showsGrade && (
          <>
            <GradeMark grade={grade} />{' '}
          </>
        )}
        {fr(said)}
      </span>
    </li>
  )
}
