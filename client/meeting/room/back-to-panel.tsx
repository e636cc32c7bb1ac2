import { paths } from '#client/app/paths.ts'
import type { Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { roomTexts } from './texts-fr.ts'

/** For one window alone: it shows when the mouse is on its line or the keyboard reaches it, not to the room. */
export function BackToPanel({ opened }: { readonly opened: Opened }) {
  return (
    <GoLink className="room-back" to={paths.meeting(opened.id)}>
      {roomTexts.back}
    </GoLink>
  )
}
