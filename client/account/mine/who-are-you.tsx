import { paths } from '#client/app/paths.ts'
import { Note } from '#client/feedback/note.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { mineTexts as t } from './texts-fr.ts'
import './mine.css'

/** Invites a first advisor to say who they are; nothing waits for it. */
export function WhoAreYou() {
  return (
    <div className="who-are-you">
      <Note>
        {t.whoAreYou} <GoLink to={paths.account}>{t.sayWho}</GoLink>
      </Note>
    </div>
  )
}
