import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { paths } from '#client/app/paths.ts'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { perceptionTexts as t } from './texts-fr.ts'
import './sheets.css'

/** What people read before they are asked anything, on a wall. */
export default function PosterPage() {
  return <OpenedPage>{(opened) => <Poster opened={opened} />}</OpenedPage>
}

function Poster({ opened }: { readonly opened: Opened }) {
  const { perception } = awarenessSections(opened.questionnaire)
  return (
    <div className="page tickets-page">
      <PageTitle
        title={t.posterPage}
        back={{ to: paths.page(opened.id, 'perception'), label: t.back }}
        action={
          <button type="button" className="btn primary" onClick={() => window.print()}>
            {t.print}
          </button>
        }
      />
      <article className="poster">
        <p>{opened.view.structure.name}</p>
        <h2>{perception?.title}</h2>
        <ul>
          {perception?.information.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="poster-free">{t.posterFree}</p>
      </article>
    </div>
  )
}
