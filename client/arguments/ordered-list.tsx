import { IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { criterionOf, type Opened } from '#client/opened/opened.ts'
import { useEntry } from '#client/saving/use-entry.ts'
import { SortableList } from '#client/sorting/sortable-list.tsx'
import { argumentsTexts } from './texts-fr.ts'
import type { Arguments } from './use-arguments.ts'

/** The chosen arguments in order, each in the team's words. */
export function OrderedList({ opened, chosen }: { readonly opened: Opened; readonly chosen: Arguments }) {
  const items = chosen.ids.map((id, index) => ({ id, rank: index + 1, title: String(index + 1) }))

  return (
    <SortableList
      items={items}
      words={argumentsTexts.drag}
      className="ordered"
      rowClassName="slot"
      readOnly={!opened.canWrite('argument')}
      onOrder={chosen.reorder}
    >
      {({ id, rank }, onKey) => (
        <Slot opened={opened} id={id} rank={rank} onKey={onKey} onRemove={() => chosen.remove(id)} />
      )}
    </SortableList>
  )
}

function Slot({ opened, id, rank, onKey, onRemove }: SlotProps) {
  const { value: argument, setValue, error } = useEntry(opened.id, `argument/${id}`)
  const writable = opened.canWrite('argument')
  if (argument === undefined) return null
  const field = `argument/${id}`

  return (
    <>
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
    </>
  )
}

type SlotProps = {
  readonly opened: Opened
  readonly id: string
  readonly rank: number
  readonly onKey: (event: KeyboardEvent) => void
  readonly onRemove: () => void
}
