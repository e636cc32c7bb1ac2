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
import { moved } from '#client/arguments/use-arguments.ts'
import { prepareTexts } from './texts-fr.ts'

type Item = { readonly id: string; readonly title: string }

/** A list put in order by its grips, with the pointer, or with Alt and the arrows; each move is announced. */
export function SortableList<T extends Item>({ items, className, onOrder, children }: ListProps<T>) {
  const [announced, setAnnounced] = useState('')
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = items.map(({ id }) => id)
  const rank = (id: string | number) => ids.indexOf(String(id)) + 1
  const { drag } = prepareTexts

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
    setAnnounced(drag.moved(title, order.indexOf(id) + 1, order.length))
  }

  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={onDragEnd}
        accessibility={{
          screenReaderInstructions: { draggable: drag.instructions },
          announcements: {
            onDragStart: ({ active }) => drag.start(items[rank(active.id) - 1]?.title ?? ''),
            onDragOver: ({ over }) => (over === null ? undefined : drag.over(rank(over.id))),
            onDragEnd: ({ active, over }) => drag.end(rank(over?.id ?? active.id)),
            onDragCancel: () => drag.cancel,
          },
        }}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={className}>
            {items.map((item) => (
              <Row key={item.id} item={item} onKey={(event) => onKey(event, item)}>
                {children(item)}
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

type ListProps<T> = {
  readonly items: readonly T[]
  readonly className: string
  readonly onOrder: (ids: readonly string[]) => void
  readonly children: (item: T) => ReactNode
}

function Row({ item, onKey, children }: RowProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: item.id,
  })
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? 'moving' : ''}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="icon-button plan-grip"
        {...attributes}
        {...listeners}
        onKeyDown={(event) => {
          onKey(event)
          if (!event.defaultPrevented) listeners?.['onKeyDown']?.(event)
        }}
        aria-label={prepareTexts.drag.move(item.title)}
      >
        <IconGripVertical size={20} aria-hidden />
      </button>
      {children}
    </li>
  )
}

type RowProps = { readonly item: Item; readonly onKey: (event: KeyboardEvent) => void; readonly children: ReactNode }
