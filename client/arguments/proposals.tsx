import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { capitalised } from '#client/app/fr.ts'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { criterionOf, openCriteria, type OpenCriterion, type Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { argumentsTexts } from './texts-fr.ts'
import type { Arguments } from './use-arguments.ts'

/** What may be chosen: proven strengths, then those to demonstrate, then any criterion that the team looks for. */
export function Proposals({ opened, chosen }: { readonly opened: Opened; readonly chosen: Arguments }) {
  const [searching, setSearching] = useState(false)
  const { strengths, toDemonstrate } = opened.progress.score
  const known = (ids: readonly string[]) => ids.flatMap((id) => criterionOf(opened, id) ?? [])
  const all = openCriteria(opened)

  return (
    <div className="stack">
      <section>
        <div className="group-head">
          <h2>{argumentsTexts.proposed}</h2>
          <span>{argumentsTexts.proposedHow}</span>
        </div>
        {strengths.length === 0 && <p className="muted proposals-none">{argumentsTexts.noStrength}</p>}
        <ProposalList opened={opened} chosen={chosen} criteria={known(strengths)} />
      </section>
      {toDemonstrate.length > 0 && (
        <section>
          <div className="group-head">
            <h2>{argumentsTexts.toDemonstrate}</h2>
            <span>{argumentsTexts.toDemonstrateHow}</span>
          </div>
          <ProposalList opened={opened} chosen={chosen} criteria={known(toDemonstrate)} />
        </section>
      )}
      <button type="button" className="act" aria-expanded={searching} onClick={() => setSearching(!searching)}>
        {searching ? argumentsTexts.hide : argumentsTexts.all(all.length)}
      </button>
      {searching && <Search opened={opened} chosen={chosen} all={all} />}
    </div>
  )
}

function Search({ opened, chosen, all }: SearchProps) {
  const [words, setWords] = useState('')
  const found = all.filter(({ criterion, dimension }) =>
    plain(`${criterion.title} ${criterion.question} ${dimension.title}`).includes(plain(words.trim())),
  )
  return (
    <section>
      <TextField label={argumentsTexts.searchLabel} value={words} onChange={setWords} />
      <p className="muted proposals-none" role="status">
        {found.length === 0 && argumentsTexts.noMatch}
      </p>
      <ProposalList opened={opened} chosen={chosen} criteria={found} />
    </section>
  )
}

function ProposalList({ opened, chosen, criteria }: ListProps) {
  return (
    <ul>
      {criteria.map(({ criterion }) => {
        const rank = chosen.rankOf(criterion.id)
        const value = rodValueOf(opened.read(`criterion/${criterion.id}`))
        return (
          <li key={criterion.id} className="proposal">
            <LevelRod value={value} height={46} />
            <div>
              <h3>{criterion.title}</h3>
              <p>{sentenceOf(opened, criterion)}</p>
            </div>
            {rank > 0 ? (
              <span className="proposal-in">
                <IconCheck size={20} aria-hidden />
                {argumentsTexts.argument(rank)}
              </span>
            ) : (
              opened.canWrite('argument') &&
              !chosen.isFull && (
                <button type="button" className="btn s" onClick={() => chosen.choose(criterion.id)}>
                  <IconPlus size={20} aria-hidden />
                  {argumentsTexts.choose}
                  <span className="vh"> {criterion.title}</span>
                </button>
              )
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** « Niveau 3, poids 3, exemple écrit, un chiffre est déjà saisi. » */
function sentenceOf(opened: Opened, { id, weight, indicators }: OpenCriterion['criterion']): string {
  const answer = opened.read(`criterion/${id}`)
  const value = rodValueOf(answer)
  const level = typeof value === 'number' ? argumentsTexts.levelShort(value) : capitalised(wordsOf(value, undefined))
  const measured = indicators.some((one) => {
    const entry = opened.read(`indicator/${one}/${opened.period}`)
    return entry !== undefined && !('unavailable' in entry)
  })
  const proven = opened.view.proofs.some(({ target }) => target === `criterion/${id}`)
  const parts = [
    argumentsTexts.line(level, weight),
    answer?.example !== undefined && answer.example !== '' ? argumentsTexts.withExample : '',
    measured ? argumentsTexts.withFigure : '',
    proven ? argumentsTexts.withProof : '',
    !measured && !proven ? argumentsTexts.needsProof : '',
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLocaleLowerCase('fr')
}

type ListProps = { readonly opened: Opened; readonly chosen: Arguments; readonly criteria: readonly OpenCriterion[] }
type SearchProps = Omit<ListProps, 'criteria'> & { readonly all: readonly OpenCriterion[] }
