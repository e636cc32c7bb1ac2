import { IconPhone, IconPrinter, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Guidance, GuidanceContact } from '#src/questionnaire/sections/awareness.ts'
import { request } from '#client/app/api.ts'
import { fullDay } from '#client/app/dates.ts'
import { typesetContent } from '#client/app/fr.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { BareFrame } from '#client/shell/bare-frame.tsx'
import { Brand } from '#client/shell/brand.tsx'
import { guidanceTexts as t } from './texts-fr.ts'
import './guidance.css'

/** What to do in a serious situation: open to everyone, without an account. It asks nothing and records nothing. */
export default function GuidancePage() {
  const guidance = useQuery({
    queryKey: ['guidance'],
    queryFn: async () => typesetContent(await request<Guidance>('/guidance')),
    staleTime: Infinity,
  })
  useEffect(() => {
    document.title = appTexts.pageTitle(t.link)
  }, [])
  if (guidance.data === undefined)
    return (
      <BareFrame>
        {guidance.isError ? (
          <ErrorState error={guidance.error} onRetry={() => void guidance.refetch()} />
        ) : (
          <Loading lines={8} />
        )}
      </BareFrame>
    )
  return <Content guidance={guidance.data} />
}

function Content({ guidance }: { readonly guidance: Guidance }) {
  const { title, introduction, steps, validity } = guidance
  return (
    <div className="guidance">
      <header className="guidance-bar">
        <Brand />
        <div className="row">
          <button type="button" className="btn s guidance-print" onClick={() => window.print()}>
            <IconPrinter size={20} aria-hidden />
            {t.print}
          </button>
          <button type="button" className="btn s" onClick={leave}>
            <IconX size={20} aria-hidden />
            {t.quit}
          </button>
        </div>
      </header>
      <main id="content">
        <h1>{title}</h1>
        <p className="guidance-lead">{introduction}</p>
        <ol className="guidance-steps">
          {steps.map(({ id, title: heading, text, contacts = [] }) => (
            <li key={id} className={contacts.length > 0 ? 'with-contacts' : ''}>
              <div>
                <h2>{heading}</h2>
                <p>{text}</p>
              </div>
              {contacts.length > 0 && (
                <ul>
                  {contacts.map((contact) => (
                    <Contact key={contact.label} contact={contact} />
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
        <p className="small muted">{t.readOn(fullDay(validity.readOn))}</p>
      </main>
    </div>
  )
}

function Contact({ contact: { label, phone, url, hint } }: { readonly contact: GuidanceContact }) {
  return (
    <li>
      <span>
        <b>{label}</b>
        {hint !== undefined && <span className="small muted">{hint}</span>}
      </span>
      <span className="row">
        {phone !== undefined && (
          <a
            className="btn guidance-call"
            href={`tel:${phone.replaceAll(/\s/gu, '')}`}
            aria-label={t.call(label, phone)}
          >
            <IconPhone size={20} aria-hidden />
            {phone}
          </a>
        )}
        {url !== undefined && (
          <a className="btn s" href={url} rel="noreferrer">
            {url.replace(/^https:\/\/(www\.)?/u, '').replace(/\/$/u, '')}
          </a>
        )}
      </span>
    </li>
  )
}

/** Somewhere neutral, in this page's place: going back does not show it again. */
function leave(): void {
  window.location.replace('https://www.meteofrance.com')
}
