import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core'
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { IconGripVertical, IconX } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { criterionOf, type Opened } from '#client/opened/opened.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { argumentsTexts } from './texts-fr.ts'
import { moved, type Arguments } from './use-arguments.ts'

/** The chosen arguments in order: dragged by the grip, or moved with Alt and the arrows; each move is announced. */
export function OrderedList({ opened, chosen }: { readonly opened: Opened; readonly chosen: Arguments }) {
  const [announced, setAnnounced] = useState('')
  const { ids } = chosen
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const rank = (id: string | number) => ids.indexOf(String(id)) + 1

  function onDragEnd({ active, over }: DragEndEvent): void {
    if (over === null || over.id === active.id) return
    chosen.reorder(moved(ids, String(active.id), rank(over.id) - rank(active.id)))
  }

  function onKey(event: KeyboardEvent, id: string): void {
    const by = event.altKey ? (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0) : 0
    if (by === 0) return
    event.preventDefault()
    const order = moved(ids, id, by)
    if (order.indexOf(id) === ids.indexOf(id)) return
    chosen.reorder(order)
    setAnnounced(argumentsTexts.drag.moved(order.indexOf(id) + 1, order.length))
  }

  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{
          screenReaderInstructions: { draggable: argumentsTexts.drag.instructions },
          announcements: {
            onDragStart: ({ active }) => argumentsTexts.drag.start(rank(active.id)),
            onDragOver: ({ over }) => (over === null ? undefined : argumentsTexts.drag.over(rank(over.id))),
            onDragEnd: ({ active, over }) => argumentsTexts.drag.end(rank(over?.id ?? active.id)),
            onDragCancel: () => argumentsTexts.drag.cancel,
          },
        }}
      >
        <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
          <ol className="ordered">
            {ids.map((id, index) => (
              <Slot
                key={id}
                opened={opened}
                id={id}
                rank={index + 1}
                onKey={(event) => onKey(event, id)}
                onRemove={() => chosen.remove(id)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p className="vh" role="status">
        {announced}
      </p>
    </>
  )
}

function Slot({ opened, id, rank, onKey, onRemove }: SlotProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  })
  const { value: argument, setValue, error } = useEntry(opened.id, `argument/${id}`)
  const writable = opened.canWrite('argument')
  if (argument === undefined) return null
  const field = `argument/${id}`

  return (
    <li
      ref={setNodeRef}
      className={isDragging ? 'slot moving' : 'slot'}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {writable ? (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="icon-button slot-grip"
          {...attributes}
          {...listeners}
          onKeyDown={(event) => {
            onKey(event)
            if (!event.defaultPrevented) listeners?.['onKeyDown']?.(event)
          }}
          aria-label={argumentsTexts.move(rank)}
        >
          <IconGripVertical size={20} aria-hidden />
        </button>
      ) : (
        <span />
      )}
      <span className="slot-rank">{rank}</span>
      <div className="slot-text">
        <label className="vh" htmlFor={field}>
          {argumentsTexts.claim(rank)}
        </label>
        <textarea
          id={field}
          className={argument.claim.trim() === '' ? 'slot-claim to-write' : 'slot-claim'}
          rows={1}
          maxLength={120}
          readOnly={!writable}
          placeholder={argumentsTexts.claimHint}
          value={argument.claim}
          aria-invalid={error !== undefined}
          aria-describedby={`${field}-more`}
          onKeyDown={onKey}
          onChange={({ target }) => setValue({ ...argument, claim: target.value.replaceAll('\n', ' ') })}
        />
        <span className="slot-more" id={`${field}-more`}>
          <span>{criterionOf(opened, argument.criterion)?.criterion.title}</span>
          <span className="num">{argument.claim.length}/120</span>
        </span>
        {error !== undefined && <span className="field-error">{error}</span>}
      </div>
      {writable && (
        <button type="button" className="icon-button" onClick={onRemove} aria-label={argumentsTexts.remove(rank)}>
          <IconX size={20} aria-hidden />
        </button>
      )}
    </li>
  )
}

type SlotProps = {
  readonly opened: Opened
  readonly id: string
  readonly rank: number
  readonly onKey: (event: KeyboardEvent) => void
  readonly onRemove: () => void
}
