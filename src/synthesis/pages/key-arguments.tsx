import { FigureChart } from '#src/synthesis/charts/figure-chart.tsx'
import { GradeMark, LevelMark } from '#src/synthesis/charts/marks.tsx'
import { figureFr, fr, numberFr, plural, shortened, unitFr } from '#src/synthesis/french.ts'
import type { SynthesisArgument } from '#src/synthesis/model/arguments.ts'
import type { IndicatorRow } from '#src/synthesis/model/indicators.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { argumentsHeadline, texts } from '#src/synthesis/texts-fr.ts'
import { Section } from './section.tsx'

/** What illustrates an argument must not drown it; all of it is in the accompaniment. A long one may run over sheets. */
const mostSigns = { comment: 400, role: 120, proof: 120, whole: 1400 }
const mostProofs = 6

/** Nothing where the team chose none: the section leaves the outline with its sheet. */
export function KeyArguments({ synthesis }: { readonly synthesis: Synthesis }) {
  const { arguments: chosen, questionnaire, period } = synthesis
  if (chosen.length === 0) return null
  return (
    <Section
      id="arguments"
      kicker="Arguments forts"
      title={argumentsHeadline(chosen.length)}
      lead="Choisis par l’équipe : un fait, un chiffre, un exemple, une preuve."
    >
      {chosen.map((argument) => (
        <Argument key={argument.number} argument={argument} levelNames={questionnaire.levelNames} period={period} />
      ))}
    </Section>
  )
}

type ArgumentProps = {
  readonly argument: SynthesisArgument
  readonly levelNames: readonly string[]
  readonly period: string
}

function Argument({ argument, levelNames, period }: ArgumentProps) {
  const { number, claim, criterion, level, grade, fact, figures, example, proofs, quote } = argument
  const [first, ...others] = figures
  const comments = [
    ...new Set(figures.flatMap(({ comment }) => (comment === undefined ? [] : shortened(comment, mostSigns.comment)))),
  ]
  const isTall = [fact, ...comments, example, quote?.text].join('').length > mostSigns.whole
  const levelName =
    level === undefined ? '' : `Niveau ${level}, ${(levelNames[level - 1] ?? '').toLocaleLowerCase('fr')}. `
  return (
    <article className={isTall ? 'arg tall' : 'arg'} aria-labelledby={`synthese-argument-${number}`}>
      <span className="no" aria-hidden="true">
        {number}
      </span>
      <h3 id={`synthese-argument-${number}`} dir="auto">
        <span className="sr">{`${number}. `}</span>
        {fr(claim)}
      </h3>
      <figure className="fig" role="group" aria-label={fr(first?.label ?? criterion)}>
        {first === undefined ? <NoFigure grade={grade} /> : <Hero row={first} period={period} />}
        {others.map((row) => (
          <p className="note chart" key={row.id}>
            {fr(`${shown(row)} : ${row.label}${partsText(row)}`)}
          </p>
        ))}
      </figure>
      <p className="crit note">
        {level !== undefined && <LevelMark level={level} />} {fr(`${levelName}${criterion}`)}
      </p>
      <dl>
        {(fact !== undefined || comments.length > 0) && (
          <Line term="Le fait">
            {fact !== undefined && fr(fact)}
            {comments.map((comment) => (
              <p key={comment}>{fr(comment)}</p>
            ))}
            {first?.benchmark !== undefined && <span className="note">{fr(benchmarkText(first.benchmark))}</span>}
          </Line>
        )}
        {(example !== undefined || quote !== undefined) && (
          <Line term="L’exemple">
            {example !== undefined && <p dir="auto">{fr(example)}</p>}
            {quote !== undefined && (
              <blockquote style={example === undefined ? undefined : { marginTop: '2.5mm' }}>
                <p dir="auto">{fr(`« ${quote.text} »`)}</p>
                <footer>{fr(`${shortened(quote.role, mostSigns.role)}. Accord écrit de publication.`)}</footer>
              </blockquote>
            )}
          </Line>
        )}
        <Line term="La preuve">
          {proofs.length > 0 && fr(proofsText(proofs))}
          <span className="ev note">
            <GradeMark grade={grade} />
            {fr(` Solidité ${grade} : ${texts.gradeMeaning[grade]}`)}
          </span>
        </Line>
      </dl>
    </article>
  )
}

function proofsText(proofs: readonly string[]): string {
  const named = proofs.slice(0, mostProofs).map((proof) => shortened(proof, mostSigns.proof))
  const others = proofs.length - named.length
  return [...named, ...(others === 0 ? [] : [`et ${others} ${plural(others, 'autre pièce', 'autres pièces')}`])].join(
    ' ; ',
  )
}

function Line({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{fr(term)}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What is not measured is said where its figure would stand. */
function NoFigure({ grade }: { readonly grade: SynthesisArgument['grade'] }) {
  return (
    <>
      <p className="lab">{fr('Pas encore de chiffre')}</p>
      <p className="note">{fr(grade === 'C' ? 'L’équipe le déclare.' : 'Une pièce ou un témoignage le montre.')}</p>
    </>
  )
}

function Hero({ row, period }: { readonly row: IndicatorRow; readonly period: string }) {
  const { result, unit, decimals } = row
  if (result.kind !== 'value') return null
  const figure = numberFr(result.value, decimals)
  const printed = unitFr(unit)
  return (
    <>
      <p className={`hero ${heroSize(figure.length + printed.length)}`.trimEnd()}>
        {figure}
        {printed !== '' && <small>{`\u00a0${printed}`}</small>}
      </p>
      <p className="lab">{fr(row.label)}</p>
      <p className="note">{fr(`${period}${partsText(row)}`)}</p>
      <div className="chart">
        <FigureChart row={row} />
      </div>
    </>
  )
}

/** The figure stays in its column: `1 250 000 €` must not run into the claim. */
function heroSize(signs: number): string {
  if (signs <= 6) return ''
  return signs <= 8 ? 'long' : signs <= 12 ? 'longer' : 'longest'
}

function shown({ result, unit, decimals }: IndicatorRow): string {
  return result.kind === 'value' ? figureFr(result.value, unit, decimals) : ''
}

function partsText({ result }: IndicatorRow): string {
  if (result.kind !== 'value' || result.parts === undefined) return ''
  const { numerator, denominator, numeratorLabel, denominatorLabel } = result.parts
  return `, ${counted(numerator, numeratorLabel)} sur ${counted(denominator, denominatorLabel)}`
}

/** `31 sorties dynamiques`; a label that ends with its unit, `total des salaires (€)`, gives it back to the figure. */
function counted(count: number, label = ''): string {
  const [, words, unit] = /^(.*) \(([^()\s]{1,4})\)$/.exec(label) ?? []
  const figure = numberFr(count, 2)
  return words === undefined || unit === undefined
    ? `${figure} ${label}`.trimEnd()
    : `${figureFr(count, unit, 2)} (${words})`
}

/** The questionnaire's reference without the marks of its list of sources. */
function benchmarkText(benchmark: string): string {
  const text = benchmark.replaceAll(/ ?\[[^\]]*\]/g, '').replaceAll(' Ce repère informe, il ne note jamais.', '')
  return text.startsWith('Repère') ? text : `Repère : ${text}`
}
