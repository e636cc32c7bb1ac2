import { paths } from '#client/app/paths.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Pole } from '#client/drawing/pole.tsx'
import { GoLink } from './go-link.tsx'
import './shell.css'

/** The pole and the name, which lead home. */
export function Brand() {
  return (
    <GoLink to={paths.home} className="brand">
      <Pole />
      <span className="brand-name">{appTexts.product}</span>
    </GoLink>
  )
}
