import { IconCheck } from '@tabler/icons-react'
import type { ArgumentEntry } from '#src/accompaniment/entry.ts'
import type { Grade } from '#src/scoring/score.ts'
import { paths } from '#client/app/paths.ts'
import { GradeBadge } from '#client/drawing/grade-badge.tsx'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { criterionOf, criterionResult, indicatorOf, type Opened } from '#client/opened/opened.ts'
import { SelectField } from '#client/opened/select-field.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { IndicatorCard } from './indicators/indicator-card.tsx'
import { ProofsSection } from './proofs/proofs-section.tsx'
import { evidenceTexts } from './texts-fr.ts'

/** One argument: its words, how solid it is, the figures and the proofs that carry it. */
export function ArgumentView({ opened, argumentId }: { readonly opened: Opened; readonly argumentId: string }) {
  const { value: argument, setValue, error } = useEntry(opened.id, `argument/${argumentId}`)
  if (argument === undefined) return null
  const found = criterionOf(opened, argument.criterion)
  const readOnly = !opened.canWrite('argument')
  const answer = opened.read(`criterion/${argument.criterion}`)
  const grade = criterionResult(opened, argument.criterion)?.grade ?? 'C'
  const chosen = argument.indicators.flatMap((id) => indicatorOf(opened, id) ?? [])
  const targets = [
    { target: `criterion/${argument.criterion}`, label: evidenceTexts.theCriterion(found?.criterion.title ?? '') },
    ...chosen
      .filter((indicator) => opened.read(`indicator/${indicator.id}/${opened.period}`) !== undefined)
      .map((indicator) => ({
        target: `indicator/${indicator.id}/${opened.period}`,
        label: evidenceTexts.theIndicator(indicator.label),
      })),
  ]

  return (
    <div className="argument-view" id={`argument/${argumentId}`}>
      <TextField
        big
        label={evidenceTexts.claim}
        rows={1}
        max={120}
        value={argument.claim}
        readOnly={readOnly}
        error={error}
        onChange={(claim) => setValue({ ...argument, claim: claim.replaceAll('\n', ' ') })}
      />
      {found !== undefined && (
        <p className="argument-criterion">
          <LevelRod value={rodValueOf(answer)} height={24} />
          <span>
            {evidenceTexts.supports}{' '}
            <GoLink to={paths.page(opened.id, 'positioning', `criterion/${argument.criterion}`)}>
              {found.criterion.title}
            </GoLink>
            {answer !== undefined && 'level' in answer && (
              <>
                ,{' '}
                {evidenceTexts.level(
                  answer.level,
                  wordsOf(answer.level, opened.questionnaire.levelNames).toLocaleLowerCase('fr'),
                )}
              </>
            )}
          </span>
        </p>
      )}
      <Ladder grade={grade} />
      {opened.period === '' ? (
        <p className="muted">
          {evidenceTexts.noPeriod}{' '}
          <GoLink to={paths.page(opened.id, 'framing', 'framing/period')}>{evidenceTexts.choosePeriod}</GoLink>
        </p>
      ) : (
        <>
          <div className="indicator-grid">
            {chosen.map((indicator) => (
              <IndicatorCard
                key={indicator.id}
                opened={opened}
                indicator={indicator}
                {...(readOnly
                  ? {}
                  : {
                      onRemove: () =>
                        setValue({ ...argument, indicators: argument.indicators.filter((id) => id !== indicator.id) }),
                    })}
              />
            ))}
          </div>
          {!readOnly && argument.indicators.length < 5 && (
            <AddIndicator
              opened={opened}
              argument={argument}
              onAdd={(id) => setValue({ ...argument, indicators: [...argument.indicators, id] })}
            />
          )}
        </>
      )}
      <TextField
        label={evidenceTexts.example}
        hint={evidenceTexts.exampleHint}
        rows={2}
        max={500}
        value={argument.example ?? ''}
        readOnly={readOnly}
        onChange={(example) => {
          const { example: _, ...rest } = argument
          setValue(example === '' ? rest : { ...rest, example })
        }}
      />
      <ProofsSection opened={opened} targets={targets} />
    </div>
  )
}

const rungs: readonly Grade[] = ['C', 'B', 'A']

/** What has been reached and what the next rung takes; the result object alone says where we are. */
function Ladder({ grade }: { readonly grade: Grade }) {
  const reached = rungs.indexOf(grade)
  return (
    <div className="ladder">
      <b>{evidenceTexts.ladder}</b>
      <ol>
        {rungs.map((rung, index) => (
          <li
            key={rung}
            className={index === reached ? 'now' : ''}
            aria-current={index === reached ? 'step' : undefined}
          >
            <GradeBadge grade={rung} />
            <span>
              {index <= reached || rung === 'C' ? evidenceTexts.rungs[rung] : evidenceTexts.nextRung[rung]}
              <span className="vh">, {index <= reached ? evidenceTexts.reached : evidenceTexts.toReach}</span>
            </span>
            {index <= reached && <IconCheck size={20} aria-hidden />}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The criterion's own indicators first; any other may support the argument too. */
function AddIndicator({ opened, argument, onAdd }: AddProps) {
  const own = criterionOf(opened, argument.criterion)?.criterion.indicators ?? []
  const left = opened.questionnaire.indicators
    .filter(({ id }) => !argument.indicators.includes(id))
    .toSorted((a, b) => Number(own.includes(b.id)) - Number(own.includes(a.id)))
  return (
    <div className="add-indicator">
      <SelectField
        label={evidenceTexts.addIndicator}
        value=""
        options={[{ value: '', label: openedTexts.chooseOne }, ...left.map(({ id, label }) => ({ value: id, label }))]}
        onChange={(chosen) => {
          if (chosen !== '') onAdd(chosen)
        }}
      />
    </div>
  )
}

type AddProps = { readonly opened: Opened; readonly argument: ArgumentEntry; readonly onAdd: (id: string) => void }
