import { IconPlus, IconX } from '@tabler/icons-react'
import { useState, type SubmitEvent } from 'react'
import { longDay } from '#client/app/dates.ts'
import { newId } from '#client/app/new-id.ts'
import { meetingTasks, type MeetingTask } from '#client/meeting/lead/use-points.ts'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { closingTexts as t } from './texts-fr.ts'

/** Who does what after the meeting: a thing to do, a function, a day. */
export function Tasks({ opened, meeting }: { readonly opened: Opened; readonly meeting: string }) {
  const [adding, setAdding] = useState(false)
  const tasks = meetingTasks(opened, meeting)
  const writable = opened.canWrite('task')
  return (
    <section aria-labelledby="tasks-title">
      <h2 className="rule" id="tasks-title">
        {t.tasks}
      </h2>
      {tasks.length === 0 && !adding && <p className="muted closing-none">{t.noTask}</p>}
      <ul className="closing-tasks">
        {tasks.map((task) => (
          <Task key={task.id} opened={opened} task={task} writable={writable} />
        ))}
      </ul>
      {adding ? (
        <NewTask
          onAdd={(task) => {
            opened.put(`task/${newId()}`, { ...task, meeting })
            setAdding(false)
          }}
        />
      ) : (
        writable && (
          <button type="button" className="act" onClick={() => setAdding(true)}>
            <IconPlus size={20} aria-hidden />
            {t.addTask}
          </button>
        )
      )}
    </section>
  )
}

function Task({ opened, task, writable }: TaskProps) {
  const { id, ...value } = task
  const owner = value.owner ?? ''
  return (
    <li className={value.done === true ? 'done' : ''}>
      <span className="face soft" aria-hidden="true">
        {owner.charAt(0).toLocaleUpperCase('fr')}
      </span>
      <span>
        {owner !== '' && <b>{owner}</b>}
        <span className="closing-task-text">{value.text}</span>
        {value.dueOn !== undefined && <span className="quiet small">{t.before(longDay(value.dueOn))}</span>}
      </span>
      {writable && (
        <span className="closing-task-acts">
          <input
            type="checkbox"
            aria-label={t.taskDone(value.text)}
            checked={value.done === true}
            onChange={({ target }) => opened.put(`task/${id}`, { ...value, done: target.checked })}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t.removeTask(value.text)}
            onClick={() => opened.put(`task/${id}`, null)}
          >
            <IconX size={20} aria-hidden />
          </button>
        </span>
      )}
    </li>
  )
}

type TaskProps = { readonly opened: Opened; readonly task: MeetingTask; readonly writable: boolean }

function NewTask({ onAdd }: { readonly onAdd: (task: NewTaskValue) => void }) {
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [missing, setMissing] = useState(false)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (text.trim() === '') {
      setMissing(true)
      document.getElementById('task-text')?.focus()
      return
    }
    onAdd({
      text: text.trim(),
      ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
      ...(dueOn === '' ? {} : { dueOn }),
    })
  }

  return (
    <form className="closing-new-task" onSubmit={submit} noValidate>
      <TextField
        id="task-text"
        label={t.taskWhat}
        hint={t.taskWhatHint}
        value={text}
        max={200}
        error={missing ? t.taskMissing : undefined}
        onChange={(value) => {
          setText(value)
          setMissing(false)
        }}
      />
      <TextField id="task-owner" label={t.taskWho} hint={t.taskWhoHint} value={owner} max={80} onChange={setOwner} />
      <label className="label" htmlFor="task-due">
        {t.taskWhen}
      </label>
      <input
        id="task-due"
        className="input"
        type="date"
        value={dueOn}
        onChange={({ target }) => setDueOn(target.value)}
      />
      <button type="submit" className="btn">
        {t.noteTask}
      </button>
    </form>
  )
}

type NewTaskValue = { readonly text: string; readonly owner?: string; readonly dueOn?: string }
