import { capitalised, dayFr, fr, groupedHash, shortened } from '#src/synthesis/french.ts'
import { monthFr } from '#src/synthesis/audit/month.ts'
import type { Contact, PublicAction, PublicSynthesis } from '#src/synthesis/audit/model/public-page.ts'
import { phoneFr } from '#src/synthesis/audit/phone.ts'
import { auditTexts } from '#src/synthesis/audit/texts-fr.ts'

const { poster, steps } = auditTexts
/** More would not be read from two metres. */
const mostLines = 5
/** Millimetres that smaller type leaves to the lines. */
const gainedWhenDense = 30

/** One page for the wall: what is promised, done, planned, and whom to speak to. */
export function Poster({ content }: { readonly content: PublicSynthesis }) {
  const { structureName, isExample, commitment, deliveredOn, networkName, contact, fingerprint } = content
  const words = commitment ?? content.words?.commitment ?? ''
  const outside = content.words?.outside
  const isLong = words.length > 330
  const most = roomFor(content.title, words, isLong, contact)
  const done = fitting(
    [...content.done.map((action) => lineOf(action)), ...content.steps.map((step) => steps[step])],
    most,
  )
  const planned = fitting(
    content.planned.map((action) => lineOf(action)),
    most,
  )
  const height = Math.max(totalOf(done), totalOf(planned))
  const ordinary = most - gainedWhenDense
  const room = isLong || height > ordinary ? ' dense' : height < 0.7 * ordinary ? ' airy' : ''
  const by = networkName === undefined ? '' : ` par ${networkName}`

  return (
    <section className={`page poster${room}`} aria-labelledby="synthese-titre">
      <div className="top">
        <p className={structureName.length > 44 ? 'org long' : 'org'} dir="auto">
          {fr(shortened(structureName, 150))}
        </p>
        {isExample && <p className="tag">{fr(auditTexts.example)}</p>}
      </div>
      <h1 id="synthese-titre" className={titleClass(content.title)}>
        {fr(content.title)}
      </h1>
      {words !== '' && (
        <p className={isLong ? 'say long' : 'say'} dir="auto">
          {fr(words)}
        </p>
      )}
      <p className="sign">{fr(`${poster.signed}${deliveredOn === undefined ? '' : `, ${dayFr(deliveredOn)}`}`)}</p>
      <div className="two">
        <Column title={poster.done} lines={done} isDone />
        <Column title={poster.planned} lines={planned} isDone={false} />
      </div>
      <div className="call">
        <h2>{fr(content.words?.call ?? poster.call)}</h2>
        <div>
          <p className="k">{fr(poster.here)}</p>
          <p className={contact.phone === undefined ? 'tel spelt' : 'tel'}>
            {contact.phone === undefined ? fr(capitalised(contact.who ?? poster.hereUnknown)) : phoneFr(contact.phone)}
          </p>
          <p>
            {fr(
              contact.phone !== undefined && contact.who !== undefined
                ? `${capitalised(contact.who)} ${poster.hereListens}`
                : poster.hereText,
            )}
            {contact.email !== undefined && (
              <>
                <br />
                {contact.email}
              </>
            )}
          </p>
        </div>
        {outside !== undefined && (
          <div>
            <p className="k">{fr(poster.outside)}</p>
            {outside.phone !== undefined && <p className="tel">{outside.phone.replaceAll(' ', '\u00a0')}</p>}
            <p>{fr(outside.text)}</p>
          </div>
        )}
      </div>
      <div className="foot note">
        <p>{fr(`Démarche d’équipe accompagnée${by} ; ne vaut ni label ni certification.`)}</p>
        <p className="nb">{fr(`Version publique, empreinte ${groupedHash(fingerprint, 8)}…`)}</p>
      </div>
    </section>
  )
}

/** A promise is short; the title of a questionnaire, which stands for it where there is none, may be long. */
function titleClass(title: string): string | undefined {
  return title.length <= 45 ? undefined : title.length <= 75 ? 'long' : 'longer'
}

type Line = { readonly title: string; readonly detail?: string }

function lineOf({ title, detail, month }: PublicAction): Line {
  return {
    title: month === undefined ? title : `${capitalised(monthFr(month))} : ${uncapitalised(title)}`,
    ...(detail === undefined ? {} : { detail: shortened(detail, 110) }),
  }
}

/** A word in capitals keeps them. */
function uncapitalised(title: string): string {
  const [first = '', second = ''] = title
  return second === second.toLocaleUpperCase('fr') ? title : `${first.toLocaleLowerCase('fr')}${title.slice(1)}`
}

/** Millimetres it takes, about, at the ordinary size. */
function heightOf({ title, detail }: Line): number {
  return 2.8 + 5.6 * Math.ceil(title.length / 36) + 5 * Math.ceil((detail?.length ?? 0) / 46)
}

function totalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + heightOf(line), 0)
}

/** Millimetres that the lines may take, under the commitment and over the contact. */
function roomFor(title: string, words: string, isLong: boolean, { phone }: Contact): number {
  const said = isLong ? 5.4 * Math.ceil(words.length / 105) : 7 * Math.ceil(words.length / 72)
  return 112 - said - (phone === undefined ? 8 : 0) - (titleClass(title) === undefined ? 0 : 12)
}

/** As many as stand on the sheet, whole: details go first, titles are what is read from two metres. */
function fitting(lines: readonly Line[], most: number): readonly Line[] {
  const first = lines.slice(0, mostLines)
  const kept = totalOf(first) <= most ? first : first.map(({ title }) => ({ title }))
  return kept.filter((_, index) => totalOf(kept.slice(0, index + 1)) <= most)
}

type ColumnProps = { readonly title: string; readonly lines: readonly Line[]; readonly isDone: boolean }

function Column({ title, lines, isDone }: ColumnProps) {
  return (
    <div>
      <h2>{fr(title)}</h2>
      {lines.length === 0 && <p className="none">{fr(poster.nothingPlanned)}</p>}
      <ul>
        {lines.map((line, index) => (
          <li key={`${index} ${line.title}`}>
            <svg width="4mm" height="4mm" viewBox="0 0 4 4" aria-hidden="true">
              <rect
                x={0.2}
                y={0.2}
                width={3.4}
                height={3.4}
                fill={isDone ? 'var(--level-4)' : 'none'}
                stroke="var(--level-4)"
                strokeWidth={0.35}
              />
              {!isDone && <circle cx={1.9} cy={1.9} r={0.85} fill="var(--level-4)" />}
            </svg>
            <div>
              <b dir="auto">{fr(line.title)}</b>
              {line.detail !== undefined && <span dir="auto">{fr(line.detail)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
