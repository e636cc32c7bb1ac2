import type { PortfolioItem } from '#src/contract/portfolio.ts'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import { journeyEvents } from '#src/accompaniment/states.ts'
import { daysBetween, readDate } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import { isMissingStepCode, stepSentence } from '#client/journey/step-sentences.ts'
import { pageOfCode } from '#client/journey/page-of-code.ts'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { JourneyTrack } from '#client/journey/track.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { homeTexts } from './texts-fr.ts'
import './portfolio.css'

/** One accompaniment: who, where on the shared axis, what it waits for. The row is one link; its button sits above. */
export function PortfolioRow({ item, action }: RowProps) {
  const { structure, state, resumeState, waiting } = item
  const { sentence, button, to } = waitingWords(item)
  const about = [
    item.methodTitle,
    [structure.kinds.join(', '), structure.city].filter((part) => part !== undefined && part !== '').join(', '),
  ]

  return (
    <li className="portfolio-line">
      <div>
        <GoLink className="portfolio-name" to={paths.page(item.id, 'home')}>
          {structure.name}
        </GoLink>
        <span className="portfolio-meta">{about.filter((part) => part !== '').join(' · ')}</span>
      </div>
      <JourneyTrack journey={outlines[item.journey]} state={state} resumeState={resumeState} />
      <div className={action === 'none' ? 'portfolio-wait' : 'portfolio-wait mine'}>
        <p>
          {sentence}
          {waiting.missing > 1 && <span className="quiet"> {homeTexts.otherPoints(waiting.missing - 1)}</span>}
        </p>
        {action !== 'none' && (
          <GoLink className={action === 'primary' ? 'btn s primary' : 'btn s'} to={to}>
            {button}
            <span className="vh">, {structure.name}</span>
          </GoLink>
        )}
      </div>
    </li>
  )
}

type RowProps = { readonly item: PortfolioItem; readonly action: 'primary' | 'secondary' | 'none' }

/** What is waited for, and the words and place of the button that does it. */
function waitingWords(item: PortfolioItem): {
  readonly sentence: string
  readonly button: string
  readonly to: string
} {
  const { code, details } = item.waiting
  const home = paths.page(item.id, 'home')
  if (isMissingStepCode(code)) {
    const { title, link } = stepSentence({ code, details })
    return { sentence: `${title}.`, button: link, to: paths.page(item.id, pageOfCode[code]) }
  }
  const event = journeyEvents.find((known) => known === item.waiting.event)
  const button = event === undefined ? journeyTexts.states[item.state] : journeyTexts.events[event]
  return { sentence: restingSentence(item, event === undefined ? undefined : button), button, to: home }
}

function restingSentence(item: PortfolioItem, button: string | undefined): string {
  if (item.state === 'cancelled') return homeTexts.stopped
  const since = readDate(item.since)
  const days = since === undefined ? 0 : daysBetween(since, new Date())
  const how = days > 1 ? ` ${homeTexts.since(days)}` : ''
  if (item.state === 'on-hold') return `${homeTexts.paused}${how}`
  if (item.state === 'closed' || button === undefined) return homeTexts.delivered
  return homeTexts.nothingMissing(button.charAt(0).toLocaleLowerCase('fr') + button.slice(1))
}
