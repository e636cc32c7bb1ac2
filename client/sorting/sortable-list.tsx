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
import { IconGripVertical } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { moved } from './moved.ts'
import './sorting.css'

type Item = { readonly id: string; readonly title: string }

/** A list put in order by its grips, with the pointer, or with Alt and the arrows; each move is announced. */
export function SortableList<T extends Item>(props: ListProps<T>) {
  const { items, words, className, rowClassName = '', readOnly = false, onOrder, children } = props
  const [announced, setAnnounced] = useState('')
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = items.map(({ id }) => id)
  const rank = (id: string | number) => ids.indexOf(String(id)) + 1

  function onDragEnd({ active, over }: DragEndEvent): void {
    if (over === null || over.id === active.id) return
    onOrder(moved(ids, String(active.id), rank(over.id) - rank(active.id)))
  }

  function onKey(event: KeyboardEvent, { id, title }: Item): void {
    const by = event.altKey ? (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0) : 0
    if (by === 0) return
    event.preventDefault()
    const order = moved(ids, id, by)
    if (order.indexOf(id) === ids.indexOf(id)) return
    onOrder(order)
    setAnnounced(words.moved(title, order.indexOf(id) + 1, order.length))
  }

  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{
          screenReaderInstructions: { draggable: words.instructions },
          announcements: {
            onDragStart: ({ active }) => words.start(items[rank(active.id) - 1]?.title ?? ''),
            onDragOver: ({ over }) => (over === null ? undefined : words.over(rank(over.id))),
            onDragEnd: ({ active, over }) => words.end(rank(over?.id ?? active.id)),
            onDragCancel: () => words.cancel,
          },
        }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={className}>
            {items.map((item) => (
              <Row
                key={item.id}
                id={item.id}
                className={rowClassName}
                grip={readOnly ? undefined : words.move(item.title)}
                onKey={(event) => onKey(event, item)}
              >
                {children(item, (event) => onKey(event, item))}
              </Row>
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

/** What each row shows beside its grip; a field in it may pass its keys on, so that they move the row too. */
type ListProps<T> = {
  readonly items: readonly T[]
  readonly words: SortingWords
  readonly className: string
  readonly rowClassName?: string
  readonly readOnly?: boolean
  readonly onOrder: (ids: readonly string[]) => void
  readonly children: (item: T, onKey: (event: KeyboardEvent) => void) => ReactNode
}

type SortingWords = {
  readonly move: (title: string) => string
  readonly instructions: string
  readonly start: (title: string) => string
  readonly over: (rank: number) => string
  readonly end: (rank: number) => string
  readonly cancel: string
  readonly moved: (title: string, rank: number, of: number) => string
}

function Row({ id, className, grip, onKey, children }: RowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  })
  return (
    <li
      ref={setNodeRef}
      className={`sorting ${isDragging ? 'moving' : ''} ${className}`}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {grip === undefined ? (
        <span />
      ) : (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="icon-button sorting-grip"
          {...attributes}
          {...listeners}
          onKeyDown={(event) => {
            onKey(event)
            if (!event.defaultPrevented) listeners?.['onKeyDown']?.(event)
          }}
          aria-label={grip}
        >
          <IconGripVertical size={20} aria-hidden />
        </button>
      )}
      {children}
    </li>
  )
}

type RowProps = {
  readonly id: string
  readonly className: string
  readonly grip: string | undefined
  readonly onKey: (event: KeyboardEvent) => void
  readonly children: ReactNode
}
