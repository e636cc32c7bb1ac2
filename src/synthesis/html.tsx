import { renderToStaticMarkup } from 'react-dom/server'
import { fr } from './french.ts'
import { SynthesisDocument } from './synthesis-document.tsx'
import type { Synthesis } from './synthesis.ts'

export type Styles = { readonly css: string; readonly fontsCss: string }

/** Nothing may be fetched, and nothing may run, whatever the texts hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'"

/** The document as one HTML page with its style and fonts inside. React escapes every text; nothing else is inserted. */
export function synthesisHtml(synthesis: Synthesis, { css, fontsCss }: Styles): string {
  const { structure, period } = synthesis
  const head = renderToStaticMarkup(
    <title>{fr(`Synthèse — ${shortened(structure.name, 120)} — exercice ${period}`)}</title>,
  )
  const body = renderToStaticMarkup(<SynthesisDocument synthesis={synthesis} />)
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">${head}<style>${fontsCss}\n${css}\n${sheetRules(synthesis)}</style></head><body style="margin:0"><main>${body}</main></body></html>`
}

/** The margins of each sheet, with the structure's name and the page number. */
function sheetRules({ structure, period, isExample }: Synthesis): string {
  const name = `${shortened(structure.name, 70)}${isExample ? ', structure d’exemple' : ''}`
  const line = cssString(fr(`${name} · Synthèse, exercice ${period}`))
  return `@page { size: A4; margin: 18mm 0 21mm;
  @bottom-left { content: ${line}; font: 400 8pt/1 "Jalon Atkinson"; color: #4a5a5f; vertical-align: top; padding: 6mm 0 0 17mm; white-space: nowrap; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 600 8pt/1 "Jalon Atkinson"; color: #17282d; vertical-align: top; padding: 6mm 17mm 0 0; } }
@page cover { margin: 0; @bottom-left { content: none; } @bottom-right { content: none; } }`
}

/** Every sign but letters and digits by its code, so that no name can end the string, the rule or the style element. */
function cssString(text: string): string {
  const escaped = [...text].map((sign) => (/[A-Za-z0-9]/.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `))
  return `"${escaped.join('')}"`
}

function shortened(text: string, most: number): string {
  const signs = [...text]
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`
}
