import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type SubmitEvent } from 'react'
import type { ElementEntry } from '#src/accompaniment/entry.ts'
import { newId } from '#client/app/new-id.ts'
import { Note } from '#client/feedback/note.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { SelectField } from '#client/opened/select-field.tsx'
import { TextField } from '#client/opened/text-field.tsx'
import { openedTexts } from '#client/opened/texts-fr.ts'
import { ElementEditor } from './element-editor.tsx'
import { argumentsTexts } from './texts-fr.ts'

const mostElements = 5

/** What belongs to this structure alone, outside every result: from the library or in its own words. */
export function CustomElements({ opened }: { readonly opened: Opened }) {
  const [adding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<{ readonly id: string; readonly element: ElementEntry }>()
  const ids = opened.idsOf('element')
  const writable = opened.canWrite('element')

  return (
    <section aria-labelledby="custom-elements">
      <div className="group-head">
        <h2 id="custom-elements">{argumentsTexts.elements}</h2>
      </div>
      <p className="muted proposals-none">{argumentsTexts.elementsWhy}</p>
      <ul>
        {ids.map((id) => {
          const element = opened.read(`element/${id}`)
          if (element === undefined) return null
          return (
            <li key={id} className="element" id={`element/${id}`}>
              <details>
                <summary>
                  <b>{element.title}</b>
                  <span className="small muted">{element.indicator?.label ?? ''}</span>
                </summary>
                <ElementEditor opened={opened} elementId={id} />
              </details>
              {writable && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={argumentsTexts.removeElement(element.title)}
                  onClick={() => {
                    setRemoved({ id, element })
                    opened.put(`element/${id}`, null)
                  }}
                >
                  <IconTrash size={20} aria-hidden />
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {removed !== undefined && (
        <Note kind="ok">
          {argumentsTexts.elementRemoved}{' '}
          <button
            type="button"
            className="act"
            onClick={() => {
              opened.put(`element/${removed.id}`, removed.element)
              setRemoved(undefined)
            }}
          >
            {openedTexts.undo}
          </button>
        </Note>
      )}
      {adding && (
        <NewElement
          opened={opened}
          onDone={(element) => {
            if (element !== undefined) opened.put(`element/${newId()}`, element)
            setAdding(false)
          }}
        />
      )}
      {writable && !adding && ids.length < mostElements && (
        <button type="button" className="act" onClick={() => setAdding(true)}>
          <IconPlus size={20} aria-hidden />
          {argumentsTexts.addElement}
        </button>
      )}
    </section>
  )
}

function NewElement({ opened, onDone }: NewProps) {
  const [modelId, setModelId] = useState('')
  const [title, setTitle] = useState('')
  const [missing, setMissing] = useState(false)
  const library = opened.questionnaire.elementLibrary ?? []
  const model = library.find(({ id }) => id === modelId)

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (title.trim() === '') return setMissing(true)
    const [first] = model?.indicators ?? []
    onDone({
      title: title.trim(),
      ...(model === undefined ? {} : { description: model.description }),
      ...(first === undefined ? {} : { indicator: { label: first.label, unit: first.unit, values: [] } }),
    })
  }

  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <SelectField
        label={argumentsTexts.fromLibrary}
        value={modelId}
        options={[
          { value: '', label: argumentsTexts.fromLibraryNone },
          ...library.map((each) => ({ value: each.id, label: each.title })),
        ]}
        onChange={(chosen) => {
          setModelId(chosen)
          setTitle(library.find(({ id }) => id === chosen)?.title ?? '')
        }}
      />
      <TextField
        label={argumentsTexts.elementTitle}
        max={120}
        value={title}
        error={missing ? argumentsTexts.nameNeeded : undefined}
        onChange={(text) => {
          setTitle(text)
          setMissing(false)
        }}
      />
      <div className="row">
        <button type="submit" className="btn s">
          {argumentsTexts.create}
        </button>
        <button type="button" className="btn s ghost" onClick={() => onDone(undefined)}>
          {openedTexts.close}
        </button>
      </div>
    </form>
  )
}

type NewProps = { readonly opened: Opened; readonly onDone: (element: ElementEntry | undefined) => void }
