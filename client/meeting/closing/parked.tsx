import { paths } from '#client/app/paths.ts'
import { parkedPoints, settlePoint } from '#client/meeting/lead/use-points.ts'
import { criterionOf, type Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { closingTexts as t } from './texts-fr.ts'

/** The reminder of what was put aside: each with the way back, and the way to say that it is settled. */
export function Parked({ opened }: { readonly opened: Opened }) {
  const points = parkedPoints(opened)
  if (points.length === 0) return null
  return (
    <section>
      <div className="group-head">
        <h2>{t.parked}</h2>
        <span>{t.points(points.length)}</span>
      </div>
      <ul className="closing-parked">
        {points.map((point) => {
          const title = criterionOf(opened, point.criterion)?.criterion.title
          return (
            <li key={point.id}>
              <span className="todo-ring" aria-hidden="true" />
              <span>
                {title !== undefined && <b>{title}</b>}
                <span className={title === undefined ? '' : 'closing-example'}>{point.text}</span>
              </span>
              <span className="closing-acts">
                {point.criterion !== undefined && (
                  <GoLink className="act" to={paths.meeting(opened.id, point.criterion)}>
                    {t.takeUp}
                    <span className="vh"> : {title}</span>
                  </GoLink>
                )}
                {opened.canWrite('parked') && (
                  <button type="button" className="act" onClick={() => settlePoint(opened, point)}>
                    {t.settled}
                    <span className="vh"> : {point.text}</span>
                  </button>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
