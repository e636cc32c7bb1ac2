import { renderToStaticMarkup } from 'react-dom/server'
import { fr, shortened } from './french.ts'
import { SynthesisDocument } from './synthesis-document.tsx'
import { auditTexts } from './audit/texts-fr.ts'
import type { SynthesisContent } from './audiences.ts'

export type Styles = { readonly css: string; readonly fontsCss: string }

/** Nothing may be fetched, and nothing may run, whatever the texts hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'"

/** The document as one HTML page with its style and fonts inside. React escapes every text; nothing else is inserted. */
export function synthesisHtml(content: SynthesisContent, { css, fontsCss }: Styles): string {
  const { title, sheet } = sheetOf(content)
  const head = printable(renderToStaticMarkup(<title>{fr(title)}</title>))
  const body = printable(renderToStaticMarkup(<SynthesisDocument content={content} />))
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">${head}<style>${fontsCss}\n${css}\n${sheet}</style></head><body style="margin:0"><main>${body}</main></body></html>`
}

/**
 * Without emojis: neither font has any, and few machines that print have another, so each would be an empty box in a
 * document that is handed over. What was typed keeps them everywhere else.
 */
function printable(text: string): string {
  return text.replaceAll(emoji, '')
}

const emoji =
  /(?:(?![©®™])\p{Extended_Pictographic}|\p{Regional_Indicator})[\uFE0F\p{Emoji_Modifier}\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]*)*/gu

/** The title of the file, and what stands in the margins of its sheets. */
function sheetOf(content: SynthesisContent): { readonly title: string; readonly sheet: string } {
  if (content.audience === 'lcd-public') {
    return {
      title: `${content.title} — ${shortened(content.structureName, 120)}`,
      sheet: '@page { size: A4; margin: 17mm 0 15mm; }',
    }
  }
  const { structure, period, isExample } = content
  const name = `${shortened(structure.name, 70)}${isExample ? ', structure d’exemple' : ''}`
  if (content.audience === 'full') {
    return {
      title: `Synthèse — ${shortened(structure.name, 120)} — exercice ${period}`,
      sheet: sheetRules(`${name} · Synthèse, exercice ${period}`),
    }
  }
  return {
    title: `${auditTexts.internalName}, ${auditTexts.confidential.toLowerCase()} — ${shortened(structure.name, 120)} — ${period}`,
    sheet: sheetRules(`${auditTexts.confidential} · ${name} · ${auditTexts.internalName}, ${period}`),
  }
}

/** The margins of each sheet, with a line and the page number; a cover has none. */
function sheetRules(text: string): string {
  const line = cssString(printable(fr(text)))
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
