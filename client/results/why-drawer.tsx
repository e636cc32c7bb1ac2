import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Drawer.css'
import { Drawer } from '@mantine/core'
import { explainDimension, type CriterionExplanation, type DimensionExplanation } from '#src/scoring/explanation.ts'
import { roundForDisplay } from '#src/scoring/display-rounding.ts'
import { capitalised, formatNumber } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { Level } from '#client/drawing/level.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { ContributionStrip } from './contribution-strip.tsx'
import { coveragePercent } from './coverage.ts'
import { OutOfCalculation } from './out-of-calculation.tsx'
import { resultsTexts } from './texts-fr.ts'

/** Why a dimension has its result: weights, levels, what each brings, what one more level would change, what is out. */
export default function WhyDrawer({ opened, dimensionId, onClose }: DrawerProps) {
  const explanation = explainDimension(opened.questionnaire, opened.progress.score, dimensionId)
  if (explanation === undefined) return null
  const unknown = explanation.criteria.find(({ answer }) => answer === 'unknown' || answer === 'unanswered')
  return (
    <Drawer.Root opened onClose={onClose} size={780} className="why-root">
      <Drawer.Overlay />
      <Drawer.Content>
        <div className="why-head">
          <Drawer.Title>
            <span className="why-dimension">{explanation.title}</span>
            {resultsTexts.why}
          </Drawer.Title>
          <Drawer.CloseButton aria-label={resultsTexts.close} />
        </div>
        <Drawer.Body className="why">
          <Summary explanation={explanation} />
          {explanation.score.computable && <ContributionStrip criteria={explanation.criteria} />}
          <Contributions opened={opened} explanation={explanation} />
          <OutOfCalculation opened={opened} explanation={explanation} />
          <div className="why-foot">
            <p>{resultsTexts.notCompared}</p>
            {unknown === undefined ? (
              <GoLink className="btn" to={paths.page(opened.id, 'plan')}>
                {resultsTexts.act}
              </GoLink>
            ) : (
              <GoLink className="btn primary" to={paths.page(opened.id, 'positioning', `criterion/${unknown.id}`)}>
                {resultsTexts.precise(unknown.title)}
              </GoLink>
            )}
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}

function Summary({ explanation }: { readonly explanation: DimensionExplanation }) {
  const { score, criteria, weightToReach } = explanation
  if (!score.computable) {
    return (
      <div className="why-none">
        <b>{capitalised(resultsTexts.notComputed)}.</b>{' '}
        {score.reason === 'coverage-too-low'
          ? resultsTexts.reasons[score.reason](coveragePercent(score.coverage))
          : resultsTexts.reasons[score.reason]}{' '}
        {weightToReach > 0 && resultsTexts.toReach(weightToReach)}
      </div>
    )
  }
  const levelled = criteria.filter(({ answer }) => answer === 'level').length
  return (
    <div className="why-sum">
      <p className="why-big">
        {formatNumber(roundForDisplay(score.value))}
        <span>{resultsTexts.outOf}</span>
      </p>
      <p>
        {capitalised(resultsTexts.explained(levelled))} <b>{resultsTexts.oneMore}</b>.
      </p>
    </div>
  )
}

function Contributions({ opened, explanation }: ContributionsProps) {
  const { score, criteria } = explanation
  const { columns } = resultsTexts
  const levelled = criteria.filter(({ answer }) => answer === 'level')
  if (levelled.length === 0) return null
  return (
    <table className="why-table">
      <thead>
        <tr>
          <th scope="col">{columns.criterion}</th>
          <th scope="col">{columns.level}</th>
          <th scope="col" className="num">
            {columns.weight}
          </th>
          <th scope="col" className="num">
            {columns.share}
          </th>
          <th scope="col" className="num">
            {columns.gain}
          </th>
        </tr>
      </thead>
      <tbody>
        {levelled.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">
              <GoLink to={paths.page(opened.id, 'positioning', `criterion/${criterion.id}`)}>{criterion.title}</GoLink>
            </th>
            <td data-label={columns.level}>
              {criterion.level !== undefined && (
                <Level value={criterion.level} names={opened.questionnaire.levelNames} height={22} />
              )}
            </td>
            <td className="num" data-label={columns.weight}>
              {criterion.weight}
            </td>
            <td className="num" data-label={columns.share}>
              {criterion.share === undefined ? '–' : oneDecimal(criterion.share.value)}
            </td>
            <td className="num why-gain" data-label={columns.gain}>
              <Gain criterion={criterion} explanation={explanation} />
            </td>
          </tr>
        ))}
      </tbody>
      {score.computable && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {resultsTexts.total(formatNumber(roundForDisplay(score.value)))}
            </th>
            <td className="num" data-label={columns.weight}>
              {score.coverage.levelled}
            </td>
            <td className="num" data-label={columns.share}>
              {oneDecimal(score.value)}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Gain({
  criterion,
  explanation,
}: {
  readonly criterion: CriterionExplanation
  readonly explanation: DimensionExplanation
}) {
  const { score } = explanation
  if (!score.computable || criterion.gainToNext === undefined) return '–'
  if (criterion.gainToNext === 0) return resultsTexts.highest
  return (
    <>
      <b>{formatNumber(roundForDisplay(score.value + criterion.gainToNext))}</b>{' '}
      {resultsTexts.insteadOf(formatNumber(roundForDisplay(score.value)))}
    </>
  )
}

/** One decimal always, so that a column adds up under its commas. */
function oneDecimal(value: number): string {
  return roundForDisplay(value, 1).toFixed(1).replace('.', ',')
}

type DrawerProps = { readonly opened: Opened; readonly dimensionId: string; readonly onClose: () => void }
type ContributionsProps = { readonly opened: Opened; readonly explanation: DimensionExplanation }
