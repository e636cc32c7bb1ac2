import { GradeMark } from '#src/synthesis/charts/marks.tsx'
import { Sparkline } from '#src/synthesis/charts/sparkline.tsx'
import { figureFr, fr, listFr, numberFr, partsFr, shortened, unitFr } from '#src/synthesis/french.ts'
import type { IndicatorRow } from '#src/synthesis/model/indicators.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { indicatorsHeadline, texts } from '#src/synthesis/texts-fr.ts'
import { Section } from './section.tsx'

export function Indicators({ synthesis }: { readonly synthesis: Synthesis }) {
  const { indicators, notMeasured, period } = synthesis
  const rows = indicators.flatMap((group) => group.rows)
  const hasYears = rows.some(({ series }) => series.length > 1)
  if (rows.length === 0 && notMeasured.length === 0) return null

  return (
    <Section
      id="indicateurs"
      kicker="Indicateurs"
      title={indicatorsHeadline(synthesis)}
      className={rows.length === 0 ? 'flows' : ''}
    >
      {rows.length > 0 && (
        <table className="ind">
          <caption className="sr">{fr('Indicateurs, par dimension')}</caption>
          <colgroup>
            <col style={{ width: hasYears ? '53mm' : '61mm' }} />
            <col style={{ width: '20mm' }} />
            <col style={{ width: '24mm' }} />
            {hasYears && <col style={{ width: '28mm' }} />}
            <col style={{ width: '12mm' }} />
            <col />
            <col style={{ width: '10mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Indicateur</th>
              <th scope="col" className="r">
                Valeur
              </th>
              <th scope="col">Calcul</th>
              {hasYears && <th scope="col">Évolution</th>}
              <th scope="col">Période</th>
              <th scope="col">Source</th>
              <th scope="col" className="r">
                <span className="sr">Solidité de la </span>Preuve
              </th>
            </tr>
          </thead>
          {indicators.map(({ dimensionId, dimension, rows: own }) => (
            <tbody key={dimensionId}>
              <tr className="first">
                <th className="gh" colSpan={hasYears ? 7 : 6} scope="rowgroup">
                  {fr(dimension)}
                </th>
              </tr>
              {own.map((row) => (
                <Row key={row.id} row={row} period={period} hasYears={hasYears} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {notMeasured.length > 0 && (
        <p className="small" style={{ marginTop: '3.75mm' }}>
          <strong className="miss">{fr('Non mesuré : ')}</strong>
          {fr(`${listFr(notMeasured)}.`)}
        </p>
      )}
      {hasYears && (
        <p className="note" style={{ marginTop: '3.75mm' }}>
          {fr(
            'Chaque courbe a sa propre échelle. « Se dégrade » se lit dans le sens de l’indicateur : pour l’absentéisme, une baisse est une amélioration. Les indicateurs descriptifs ne jugent pas.',
          )}
        </p>
      )}
    </Section>
  )
}

/** More would make a line of the table as high as a paragraph. */
const mostSourceSigns = 120

type ValueProps = { readonly value: number; readonly unit: string; readonly decimals: number }

/** A unit of several words stands under its figure. */
function Value({ value, unit, decimals }: ValueProps) {
  if (unitFr(unit).length <= mostUnitSigns) return figureFr(value, unit, decimals)
  return (
    <>
      {numberFr(value, decimals)} <span className="note unit">{fr(unitFr(unit))}</span>
    </>
  )
}

/** A longer one would be cut between two letters. */
const mostUnitSigns = 9

type RowProps = { readonly row: IndicatorRow; readonly period: string; readonly hasYears: boolean }

function Row({ row, period, hasYears }: RowProps) {
  const { label, result, unit, decimals, source, trend, grade, isUnusual } = row
  const parts = result.kind === 'value' ? result.parts : undefined
  return (
    <tr>
      <th scope="row">
        {fr(label)}
        {trend === 'worse' && <span className="miss"> se dégrade</span>}
        {isUnusual && <span className="miss"> à vérifier</span>}
      </th>
      {result.kind === 'value' || result.kind === 'unavailable' ? (
        <td className={result.kind === 'value' ? 'val num' : 'val miss'}>
          {result.kind === 'value' ? <Value value={result.value} unit={unit} decimals={decimals} /> : texts.notMeasured}
        </td>
      ) : (
        <td className="val miss wide" colSpan={2}>
          {fr(result.kind === 'masked' ? texts.masked : texts.zeroDenominator)}
        </td>
      )}
      {result.kind === 'unavailable' ? (
        <td className="note" colSpan={hasYears ? 4 : 3}>
          {fr(shortened(result.reason, 2 * mostSourceSigns))}
        </td>
      ) : (
        <>
          {result.kind === 'value' && (
            <td className="note num">{parts !== undefined && partsFr(parts.numerator, parts.denominator)}</td>
          )}
          {hasYears && (
            <td className="sp">
              <Sparkline row={row} />
            </td>
          )}
          <td className="note num">{period}</td>
          <td className="note">{fr(shortened(source ?? '–', mostSourceSigns))}</td>
        </>
      )}
      <td className="r">{result.kind === 'value' && <GradeMark grade={grade} />}</td>
    </tr>
  )
}
