import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { paths } from '#client/app/paths.ts'
import { useShortcut } from '#client/app/shortcuts.ts'
import { Pole } from '#client/drawing/pole.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { usePerception } from '#client/perception/perception-api.ts'
import { useFit } from '#client/projected/use-fit.ts'
import { useProjected } from '#client/projected/use-projected.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { RestitutionColumns, Said, Supports } from './columns.tsx'
import { Profile } from './profile.tsx'
import { restitutionOf, saidOf } from './restitution.ts'
import { restitutionTexts as t } from './texts-fr.ts'
import './restitution.css'
import './wall.css'

/** The same map for the room, readable from the back; then all that people said, and a question to end on. */
export default function WallPage() {
  return <OpenedPage>{(opened) => <Wall opened={opened} />}</OpenedPage>
}

/** Points of support that a screen holds beside what people said. */
const mostSupports = 7

function Wall({ opened }: { readonly opened: Opened }) {
  const survey = usePerception(opened.id).data?.results
  const restitution = restitutionOf(opened, survey)
  const { stages, warnings, supports, levelled, unread } = restitution
  const [isSecond, setIsSecond] = useState(false)
  const hasSecond = supports.length > 0 || saidOf(opened, restitution).length > 0
  const showsSecond = isSecond && hasSecond
  const fitted = useFit()
  useProjected(t.documentTitle)
  useShortcut(['ArrowLeft'], () => setIsSecond(false))
  useShortcut(['ArrowRight'], () => setIsSecond(true))

  return (
    <div ref={fitted} className="wall">
      <header>
        <p>
          <Pole height={44} /> {opened.view.structure.name}
        </p>
        <p>
          <IconLock size="1em" aria-hidden /> {t.confidential}
          <GoLink className="wall-leave" to={paths.page(opened.id, 'restitution')}>
            {t.leave}
          </GoLink>
        </p>
      </header>
      <h1>
        {showsSecond
          ? t.titleSecond
          : levelled === 0
            ? t.titleBefore
            : t.title({ warnings: warnings.length, supports: supports.length, unread })}
      </h1>
      {showsSecond ? (
        <div className="restitution-columns wall-second">
          <Supports restitution={restitution} most={mostSupports} />
          <Said opened={opened} restitution={restitution} most={Infinity} />
        </div>
      ) : (
        <>
          <Profile stages={stages} warnings={new Map(warnings.map(({ id }, index) => [id, index + 1]))} />
          <RestitutionColumns opened={opened} restitution={restitution} most={3} />
        </>
      )}
      <footer>
        <p className="wall-question">{t.question}</p>
        {hasSecond && (
          <button type="button" className="act" onClick={() => setIsSecond(!showsSecond)}>
            {showsSecond ? t.toMap : t.toSecond} <kbd aria-hidden="true">{showsSecond ? '←' : '→'}</kbd>
          </button>
        )}
      </footer>
    </div>
  )
}
