import { LevelMark } from '#src/synthesis/charts/marks.tsx'
import { fr } from '#src/synthesis/french.ts'
import { Section } from '#src/synthesis/pages/section.tsx'
import { AnswersStrip } from '#src/synthesis/audit/charts/answers-strip.tsx'
import { Scales } from '#src/synthesis/audit/charts/scales.tsx'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'
import type { PerceptionRow, Reading } from '#src/synthesis/audit/model/perception.ts'
import { auditTexts, perceptionHeadline } from '#src/synthesis/audit/texts-fr.ts'

const readings: readonly Reading[] = ['lower', 'same', 'higher', 'alone', 'experience', 'masked']

/** Beyond this, smaller lines: all must stand on one sheet. */
const mostComfortable = 9

/** What people said beside what the audit found, grouped by what that means. Left out where nothing may be shown. */
export function PerceptionPage({ audit: { perception } }: { readonly audit: AuditSynthesis }) {
  if (perception.kind === 'none') return null
  const { answers, groups, rows } = perception
  const isSplit = groups.length > 0 && rows.some(({ split }) => split !== undefined)
  const columns = 3 + (isSplit ? groups.length : 0)
  return (
    <Section
      id="perception"
      kicker="La perception, face à l’audit"
      title={perceptionHeadline(perception)}
      lead={`${answers} réponses anonymes, en nombre. Foncé : avis favorables. Clair : les autres, et qui n’a pas voulu répondre.`}
      className="said-page"
    >
      <table className={rows.length > mostComfortable ? 'pc tight' : 'pc'}>
        <caption className="sr">Affirmations et questions, par lecture</caption>
        <colgroup>
          <col />
          <col style={{ width: '49mm' }} />
          {isSplit && groups.map(({ id }) => <col key={id} style={{ width: '22mm' }} />)}
          <col style={{ width: '22mm' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Affirmation ou question</th>
            <th scope="col">{fr(`Ensemble, ${answers} réponses`)}</th>
            {isSplit &&
              groups.map(({ id, text }) => (
                <th scope="col" key={id}>
                  {fr(text)}
                </th>
              ))}
            <th scope="col">Audit</th>
          </tr>
        </thead>
        {readings.map((reading) => {
          const own = rows.filter((row) => row.reading === reading)
          return own.length === 0 ? null : (
            <tbody key={reading}>
              <tr className="first">
                <th className={`gh${reading === 'lower' ? ' miss' : ''}`} colSpan={columns} scope="rowgroup">
                  {fr(auditTexts.readings[reading])}
                </th>
              </tr>
              {own.map((row) => (
                <Row key={row.id} row={row} totals={isSplit ? groups.map((group) => group.answers) : []} />
              ))}
            </tbody>
          )
        })}
      </table>
      <p className="note gap">
        {fr(
          'Une réponse de moins de cinq personnes est réunie à sa voisine, ou sa ligne est masquée ; une répartition par groupe disparaît dès qu’une de ses cases est sous cinq. « Plus basse » : audit au niveau 3 ou 4, moins de six avis favorables sur dix. Audit : le plus bas des critères qui parlent de la même chose.',
        )}
      </p>
    </Section>
  )
}

function Row({ row, totals }: { readonly row: PerceptionRow; readonly totals: readonly number[] }) {
  const { text, reading, classes, split, audit } = row
  return (
    <tr>
      <th scope="row">{fr(text)}</th>
      <td className="sp">
        <AnswersStrip classes={classes} />
        {reading === 'experience' && classes !== 'masked' && (
          <span className="note classes">{fr(classes.map((one) => `${one.text} : ${one.count}`).join(' · '))}</span>
        )}
      </td>
      {totals.map((total, index) =>
        split === undefined ? (
          <td key={index} className="note">
            <span aria-hidden="true">–</span>
            <span className="sr">non montré</span>
          </td>
        ) : (
          <td key={index} className="num">
            {fr(`${split[index] ?? 0} sur ${total}`)}
          </td>
        ),
      )}
      <td className="note audit-level">
        {audit === undefined ? (
          <span className="sr">sans critère lié</span>
        ) : (
          <>
            <LevelMark level={audit.level} /> {audit.level} {audit.legal && <Scales size={3} />}
          </>
        )}
      </td>
    </tr>
  )
}
