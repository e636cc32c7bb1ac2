import { fr } from '#src/synthesis/french.ts'
import { Section } from '#src/synthesis/pages/section.tsx'
import type { GuidanceContact } from '#src/questionnaire/sections/awareness.ts'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { phoneFr } from '#src/synthesis/audit/phone.ts'

/** What to do and whom to call, as the questionnaire says it. */
export function GuidancePage({ audit: { guidance, leadPerson } }: { readonly audit: AuditSynthesis }) {
  if (guidance === undefined) return null
  const { title, introduction, steps } = guidance
  return (
    <Section id="recours" kicker="Ressources et recours" title={title} lead={introduction} className="help">
      <ol className="help-steps">
        {steps.map(({ id, title: step, text, contacts = [] }, index) => (
          <li key={id}>
            <p className="help-no" aria-hidden="true">
              {index + 1}
            </p>
            <div>
              <h3 className="h3">{fr(step)}</h3>
              <p className="small">{fr(text)}</p>
            </div>
            {contacts.length > 0 && (
              <ul className="help-contacts">
                {contacts.map((contact) => (
                  <Contact key={contact.label} contact={contact} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {leadPerson !== undefined && (
        <p className="small help-lead">
          <b>{fr('Dans cette structure : ')}</b>
          {fr(leadPerson)}
        </p>
      )}
    </Section>
  )
}

function Contact({ contact: { label, phone, url, hint } }: { readonly contact: GuidanceContact }) {
  return (
    <li>
      {phone !== undefined && <b className="help-phone">{phoneFr(phone)}</b>}
      <span className="small">{fr(label)}</span>
      {(hint !== undefined || url !== undefined) && (
        <span className="note">
          {fr([...(hint === undefined ? [] : [hint]), ...(url === undefined ? [] : [bare(url)])].join(' · '))}
        </span>
      )}
    </li>
  )
}

function bare(url: string): string {
  return url.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')
}
