import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Audience } from '#src/accompaniment/entry.ts'
import type { SynthesisContent } from '#src/synthesis/audiences.ts'
import { SynthesisDocument } from '#src/synthesis/synthesis-document.tsx'
import auditCss from '#src/synthesis/audit/audit.css?raw'
import printCss from '#src/synthesis/print.css?raw'
import { request, sentenceOf } from '#client/app/api.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { Note } from '#client/feedback/note.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { loadDocumentFonts } from './document-fonts.ts'
import screenCss from './document-on-screen.css?raw'
import { synthesisTexts } from './texts-fr.ts'

type PreviewProps = { readonly opened: Opened; readonly audience: Audience }

/** The very components that print, on screen, with what would be printed now. Read again after each save. */
export default function Preview({ opened, audience }: PreviewProps) {
  const stamp = Object.values(opened.view.entries).reduce((sum, { revision }) => sum + revision, 0)
  const preview = useQuery({
    queryKey: ['synthesis-preview', opened.id, audience, stamp, opened.view.proofs.length, opened.view.state],
    queryFn: () => request<SynthesisContent>(`/accompaniments/${opened.id}/syntheses/preview?audience=${audience}`),
    placeholderData: (previous) => previous,
  })
  useEffect(() => {
    loadDocumentFonts()
  }, [])

  if (preview.isError) {
    return (
      <Note kind="error">
        {synthesisTexts.previewFailed} {sentenceOf(preview.error)}
      </Note>
    )
  }
  if (preview.data === undefined) return <Note>{appTexts.loading}</Note>
  return <Sheet content={preview.data} />
}

/** In a shadow root: the document's style is a printed page's, and must neither leak nor be leaked into. */
function Sheet({ content }: { readonly content: SynthesisContent }) {
  const [root, setRoot] = useState<ShadowRoot>()
  useEffect(() => {
    if (root === undefined) return
    // The tags of the PDF need this role; in a page, a captioned figure may not have it.
    for (const figure of root.querySelectorAll('figure[role]')) figure.removeAttribute('role')
    return fitWidth(root.host)
  }, [root, content])

  return (
    <div
      className="synthesis-sheet"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      role="group"
      aria-label={synthesisTexts.preview}
      ref={(host) => attach(host, setRoot)}
    >
      {root !== undefined && createPortal(<SynthesisDocument content={content} />, root)}
    </div>
  )
}

/** Width of an A4 page at 96 points an inch. */
const pageWidth = 794
const smallestZoom = 0.55

/** The page as wide as its place, as far as it stays readable; below that, it scrolls in its own frame. */
function fitWidth(host: Element): () => void {
  if (!(host instanceof HTMLElement)) return () => {}
  const fit = () => host.style.setProperty('--zoom', String(Math.max(smallestZoom, host.clientWidth / pageWidth)))
  const observer = new ResizeObserver(fit)
  observer.observe(host)
  return () => observer.disconnect()
}

function attach(host: HTMLElement | null, onRoot: (root: ShadowRoot) => void): void {
  if (host === null || host.shadowRoot !== null) return
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [printCss, auditCss, screenCss].map((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    return sheet
  })
  onRoot(root)
}
