import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NamedPosition } from '#src/contract/rooms.ts'
import { listed } from '#client/app/fr.ts'
import { roomsApi } from '#client/meeting/live/rooms-api.ts'
import { levels } from '#client/meeting/live/spread-words.ts'
import type { Meeting } from '#client/meeting/lead/use-meeting.ts'
import { meetingTexts } from '#client/meeting/texts-fr.ts'

/**
 * Who answered what, where the team chose to give names: here alone, never on the room's screen, and folded until it is
 * asked for, since this window may be the one that is projected.
 */
export function Names({ meeting }: { readonly meeting: Meeting }) {
  const { opened, room, current, spread } = meeting
  const [isOpen, setOpen] = useState(false)
  const { id } = current.criterion
  const roomId = room?.view.named === true && spread !== undefined ? room.view.id : undefined
  const names = useQuery({
    queryKey: ['room-names', opened.id, roomId, id, spread],
    queryFn: () => roomsApi.names(opened.id, roomId ?? '', id),
    enabled: roomId !== undefined && isOpen,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  if (roomId === undefined) return null
  const { live } = meetingTexts
  return (
    <details className="meeting-names" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{live.names}</summary>
      {names.isError && <p role="alert">{live.namesFailed}</p>}
      <dl aria-busy={names.isPending}>
        {groupsOf(names.data ?? []).map(([words, people]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{listed(people)}</dd>
          </div>
        ))}
      </dl>
      <p className="small">{live.namesWhere}</p>
    </details>
  )
}

/** By position, the levels first. */
function groupsOf(positions: readonly NamedPosition[]): readonly (readonly [string, readonly string[]])[] {
  const { live } = meetingTexts
  const kinds: readonly (readonly [string, (of: NamedPosition['position']) => boolean])[] = [
    ...levels.map((level) => [live.namesAt(level), (of: object) => 'level' in of && of.level === level] as const),
    [live.namesUnknown, (of) => 'unknown' in of],
    [live.namesNotApplicable, (of) => 'notApplicable' in of],
    [live.namesPassed, (of) => 'passed' in of],
  ]
  return kinds.flatMap(([words, isOf]) => {
    const people = positions.filter(({ position }) => isOf(position)).map(({ name }) => name ?? live.nameGone)
    return people.length === 0 ? [] : [[words, people] as const]
  })
}
