import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import type { Role } from '#src/accompaniment/states.ts'
import { paths } from '#client/app/paths.ts'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import { LevelRod } from '#client/drawing/level-rod.tsx'
import { Note } from '#client/feedback/note.tsx'
import { quoted } from '#client/opened/quoted.ts'
import { stepSentence } from '#client/journey/step-sentences.ts'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { TodoList } from '#client/journey/todo-list.tsx'
import { openCriteria, type Opened } from '#client/opened/opened.ts'
import { TransitionButton } from '#client/opened/transition-button.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { useMeetingMemory } from '#client/meeting/lead/meeting-memory.ts'
import { meetingTexts } from './texts-fr.ts'

const shownFirst = 8

/** The meeting's last page: what was decided, what is missing, who does what. */
export function Closing({ opened }: { readonly opened: Opened }) {
  const { memory } = useMeetingMemory(opened.id)
  const [all, setAll] = useState(false)
  const { closing } = meetingTexts
  const criteria = openCriteria(opened)
  const answered = criteria.filter(({ criterion }) => opened.read(`criterion/${criterion.id}`) !== undefined)
  const today = memory.decided.filter((id) => answered.some(({ criterion }) => criterion.id === id))
  const decided = answered.toSorted(
    (a, b) => Number(today.includes(b.criterion.id)) - Number(today.includes(a.criterion.id)),
  )
  const [main] = opened.progress.next
  const missing = main?.missing ?? []

  return (
    <div className="page">
      <PageTitle
        title={missing.length === 0 ? closing.done(answered.length) : closing.left(missing.length)}
        back={{ to: paths.meeting(opened.id), label: closing.backToMeeting }}
        action={main === undefined ? undefined : <TransitionButton opened={opened} event={main.event} />}
      >
        {closing.decidedCount(today.length, answered.length, criteria.length)}
      </PageTitle>
      <div className="with-rail closing">
        <div className="stack">
          <section>
            <div className="group-head">
              <h2>{closing.decided}</h2>
              <span>{meetingTexts.progress(answered.length, criteria.length)}</span>
            </div>
            {today.length === 0 && <p className="muted closing-none">{closing.noneToday}</p>}
            <ul className="closing-decided">
              {(all ? decided : decided.slice(0, shownFirst)).map(({ criterion }) => {
                const answer = opened.read(`criterion/${criterion.id}`)
                const value = rodValueOf(answer)
                return (
                  <li key={criterion.id}>
                    <LevelRod value={value} height={46} />
                    <span className="closing-level">{typeof value === 'number' ? value : ''}</span>
                    <span>
                      <b>{criterion.title}</b>
                      <span className="closing-example">
                        {answer?.example !== undefined && answer.example !== ''
                          ? quoted(answer.example)
                          : wordsOf(value, opened.questionnaire.levelNames)}
                      </span>
                    </span>
                    {criterion.legal && (
                      <span title={meetingTexts.legal}>
                        <IconScale size={22} aria-hidden />
                        <span className="vh">{meetingTexts.legal}</span>
                      </span>
                    )}
                  </li>
                )
              })}
            </ul>
            {!all && decided.length > shownFirst && (
              <button type="button" className="act" onClick={() => setAll(true)}>
                {closing.others(decided.length - shownFirst)}
              </button>
            )}
          </section>
          <section>
            <div className="group-head">
              <h2>{closing.missing}</h2>
              {main !== undefined && <span>{closing.missingBefore(journeyTexts.before[main.event])}</span>}
            </div>
            {missing.length === 0 ? (
              <Note kind="ok">{closing.nothing}</Note>
            ) : (
              <TodoList accompanimentId={opened.id} steps={missing} role={opened.view.role} />
            )}
          </section>
        </div>
        <WhoDoesWhat opened={opened} />
      </div>
    </div>
  )
}

const roles: readonly Role[] = ['advisor', 'referent', 'team']

function WhoDoesWhat({ opened }: { readonly opened: Opened }) {
  const { closing } = meetingTexts
  const missing = opened.progress.next[0]?.missing ?? []
  const parts = roles
    .map((role) => ({ role, steps: missing.filter(({ who }) => ownerOf(who) === role) }))
    .filter(({ steps }) => steps.length > 0)

  return (
    <aside aria-labelledby="who-does-what">
      <h2 className="rule" id="who-does-what">
        {closing.who}
      </h2>
      {parts.length === 0 && <p className="muted closing-none">{closing.nobody}</p>}
      <ul className="closing-who">
        {parts.map(({ role, steps }) => (
          <li key={role}>
            <b>{closing.roles[role]}</b>
            <span className="quiet small">{closing.yours(steps.length)}</span>
            <ul>
              {steps.slice(0, 4).map((step) => (
                <li key={stepSentence(step).title}>
                  <GoLink to={paths.step(opened.id, step.target)}>{stepSentence(step).title}</GoLink>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** The closest to the facts: the team where it may, then the referent, then the advisor. */
function ownerOf(who: readonly Role[]): Role | undefined {
  return (['team', 'referent', 'advisor'] as const).find((role) => who.includes(role))
}
