import { fr, shortDayFr, shortened } from '#src/synthesis/french.ts'
import type { Warning } from '#src/synthesis/audit/model/audit-synthesis.ts'

/** Beyond this, a line each: what to do matters more than what was found. */
const mostWithFinding = 7

export function WarningsTable({ warnings }: { readonly warnings: readonly Warning[] }) {
  const hasFinding = warnings.length <= mostWithFinding
  return (
    <table className={`vt${hasFinding ? '' : ' tight'}`}>
      <caption className="sr">Vigilances, dans l’ordre des étapes</caption>
      <colgroup>
        <col style={{ width: '11mm' }} />
        <col style={{ width: '66mm' }} />
        <col />
        <col style={{ width: '23mm' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">N°</th>
          <th scope="col">{fr(hasFinding ? 'Critère légal et constat' : 'Critère légal')}</th>
          <th scope="col">Ce que nous faisons</th>
          <th scope="col">Échéance</th>
        </tr>
      </thead>
      <tbody>
        {warnings.map(({ number, title, finding, action }) => (
          <tr key={number}>
            <td>
              <span className="vn">{`V${number}`}</span>
            </td>
            <th scope="row">
              <strong>{fr(title)}</strong>
              {hasFinding && <span className="note">{fr(shortened(finding, 120))}</span>}
            </th>
            <td className={action === undefined ? 'miss' : undefined}>
              {action === undefined
                ? fr('action à décider')
                : fr(`${action.title}${action.owner === undefined ? '' : `, ${shortened(action.owner, 60)}`}`)}
            </td>
            <td className="day">{action?.dueOn === undefined ? fr('3 mois au plus') : shortDayFr(action.dueOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
