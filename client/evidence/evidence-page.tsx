import { IconArrowRight } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import { capitalised } from '#client/app/fr.ts'
import { paths } from '#client/app/paths.ts'
import { GradeBadge } from '#client/drawing/grade-badge.tsx'
import { EmptyState } from '#client/feedback/states.tsx'
import { Note } from '#client/feedback/note.tsx'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { argumentIds } from '#client/arguments/argument-order.ts'
import { criterionResult, missingOn, type Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { ArgumentView } from './argument-view.tsx'
import { IndicatorsByDimension } from './indicators/by-dimension.tsx'
import { CriteriaProofs } from './proofs/criteria-proofs.tsx'
import { evidenceTexts } from './texts-fr.ts'
import './evidence.css'

/** Objectivation: each key argument stands on figures and proofs; every indicator is at hand below. */
export default function EvidencePage() {
  return (
    <OpenedPage>
      {(opened) =>
        outlines[opened.view.journey].pages.includes('arguments') ? (
          <Evidence opened={opened} />
        ) : (
          <PlainEvidence opened={opened} />
        )
      }
    </OpenedPage>
  )
}

/** Where no key argument is chosen: proofs by criterion, then every indicator. */
function PlainEvidence({ opened }: { readonly opened: Opened }) {
  return (
    <div className="page">
      <PageTitle
        title={evidenceTexts.plainTitle}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
      >
        {evidenceTexts.plainLead}
      </PageTitle>
      {opened.view.frozen && <Note>{openedTexts.frozen}</Note>}
      <CriteriaProofs opened={opened} />
      {opened.period !== '' && <IndicatorsByDimension opened={opened} />}
    </div>
  )
}

function Evidence({ opened }: { readonly opened: Opened }) {
  const hash = decodeURIComponent(useLocation().hash)
  const ids = argumentIds(opened)
  const shown = shownArgument(opened, ids, hash)
  const missing = missingOn(opened, ['evidence'])
  const [first] = missing
  const [main] = opened.progress.next

  return (
    <div className="page">
      <PageTitle
        title={evidenceTexts.title}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
        action={
          first === undefined ? (
            main !== undefined &&
            opened.view.state === 'evidence' && <TransitionButton opened={opened} event={main.event} />
          ) : (
            <GoLink className="btn primary" to={paths.step(opened.id, first.target)}>
              {openedTexts.nextPoint}
              <IconArrowRight size={20} aria-hidden />
            </GoLink>
          )
        }
      >
        {missing.length > 0 && main !== undefined
          ? `${openedTexts.pointsLeft(missing.length, journeyTexts.before[main.event])} ${evidenceTexts.lead}`
          : evidenceTexts.lead}
      </PageTitle>
      {opened.view.frozen && <Note>{openedTexts.frozen}</Note>}
      <div className="evidence">
        <nav className="argument-list" aria-label={capitalised(evidenceTexts.arguments(ids.length))}>
          <h2 className="rule">{capitalised(evidenceTexts.arguments(ids.length))}</h2>
          <ol>
            {ids.map((id, index) => (
              <ArgumentLine key={id} opened={opened} id={id} rank={index + 1} current={id === shown} />
            ))}
          </ol>
          <GoLink className="act" to={paths.page(opened.id, 'evidence', 'indicators')}>
            {evidenceTexts.allIndicators}
          </GoLink>
        </nav>
        <div>
          {shown !== undefined && <ArgumentView key={shown} opened={opened} argumentId={shown} />}
          {shown === undefined && ids.length === 0 && (
            <EmptyState
              title={evidenceTexts.noArgument}
              actions={
                <GoLink className="btn" to={paths.page(opened.id, 'arguments')}>
                  {evidenceTexts.chooseArguments}
                </GoLink>
              }
            >
              {evidenceTexts.noArgumentWhy}
            </EmptyState>
          )}
          {shown === undefined && opened.period !== '' && <IndicatorsByDimension opened={opened} />}
          {shown === undefined && opened.period === '' && (
            <p className="muted">
              {evidenceTexts.noPeriod}{' '}
              <GoLink to={paths.page(opened.id, 'framing', 'framing/period')}>{evidenceTexts.choosePeriod}</GoLink>
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

/** The argument that the address names, or that uses the indicator it names; the first otherwise. */
function shownArgument(opened: Opened, ids: readonly string[], hash: string): string | undefined {
  if (hash === 'indicators') return undefined
  const [family, id] = hash.split('/')
  if (family === 'argument') return ids.find((each) => each === id) ?? ids[0]
  if (family === 'indicator') {
    return ids.find((each) => opened.read(`argument/${each}`)?.indicators.some((one) => one === id))
  }
  return ids[0]
}

function ArgumentLine({ opened, id, rank, current }: LineProps) {
  const argument = opened.read(`argument/${id}`)
  if (argument === undefined) return null
  const step = missingOn(opened, ['evidence']).find(
    ({ target }) => 'entry' in target && target.entry === `argument/${id}`,
  )
  const lack =
    step?.code === 'argument-value-missing'
      ? evidenceTexts.noValueYet
      : step === undefined
        ? undefined
        : evidenceTexts.noProof
  return (
    <li className={current ? 'current' : ''}>
      <GoLink to={paths.page(opened.id, 'evidence', `argument/${id}`)} aria-current={current ? 'true' : undefined}>
        <span className="argument-rank">{rank}</span>
        <span>
          {argument.claim.trim() === '' ? <span className="miss">{evidenceTexts.claimMissing}</span> : argument.claim}
          {lack !== undefined && <span className="miss argument-lack">{lack}</span>}
        </span>
      </GoLink>
      <GradeBadge grade={criterionResult(opened, argument.criterion)?.grade ?? 'C'} />
    </li>
  )
}

type LineProps = { readonly opened: Opened; readonly id: string; readonly rank: number; readonly current: boolean }
