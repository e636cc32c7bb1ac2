import { letters, mailTexts, type Letter, type MailTemplate, type TemplateName } from './texts-fr.ts'

export type WrittenMail = { readonly subject: string; readonly text: string; readonly html: string }

/** One mail in plain text and in simple HTML, with French typography; words of people are escaped, never interpreted. */
export function writeMail<T extends TemplateName>(
  template: T,
  data: MailTemplate[T],
  about: { readonly name: string; readonly network: string; readonly link: string },
): WrittenMail {
  const letter = letters[template](data)
  return {
    // A subject is one line, whatever a structure is called.
    subject: typeset(letter.subject.replaceAll(/\s+/g, ' ')),
    text: plainText(letter, about),
    html: simpleHtml(letter, about),
  }
}

type About = { readonly name: string; readonly network: string; readonly link: string }

function plainText({ paragraphs, quote, lists = [], button, closing }: Letter, { name, network, link }: About): string {
  const blocks = [
    mailTexts.greeting(name),
    ...paragraphs,
    ...(quote === undefined ? [] : [`    « ${quote.replaceAll('\n', '\n    ')} »`]),
    ...filled(lists).map(({ title, items }) => [`${title} :`, ...items.map((item) => `- ${oneLine(item)}`)].join('\n')),
  ].map(typeset)
  const end = [...(closing === undefined ? [] : [closing]), mailTexts.signature(network)].map(typeset)
  return `${[...blocks, `${typeset(`${button} :`)}\n${link}`, ...end].join('\n\n')}\n`
}

function simpleHtml(
  { subject, paragraphs, quote, lists = [], button, closing }: Letter,
  { name, network, link }: About,
): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escaped(typeset(text))}</p>`
  const list = ({ title, items }: List) => `<p style="margin:0 0 4px;font-weight:600">${escaped(typeset(title))}</p>
<ul style="margin:0 0 16px;padding:0 0 0 20px">${items.map((item) => `<li>${escaped(typeset(oneLine(item)))}</li>`).join('')}</ul>`
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${escaped(typeset(subject))}</title></head>
<body style="margin:0;background:#f6f4ef">
<div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;color:#1c2430;font:16px/1.5 system-ui,sans-serif">
${[mailTexts.greeting(name), ...paragraphs].map(paragraph).join('\n')}
${quote === undefined ? '' : `<blockquote style="margin:0 0 16px;padding:4px 16px;border-left:4px solid #c8cfd8;white-space:pre-line">${escaped(typeset(quote))}</blockquote>`}
${filled(lists).map(list).join('\n')}
<p style="margin:24px 0"><a href="${escaped(link)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1d4f73;color:#ffffff;text-decoration:none;font-weight:600">${escaped(typeset(button))}</a></p>
<p style="margin:0 0 16px;color:#4a5464;font-size:14px">${escaped(typeset(mailTexts.linkAlone))}<br><a href="${escaped(link)}" style="color:#1d4f73;word-break:break-all">${escaped(link)}</a></p>
${closing === undefined ? '' : paragraph(closing)}
${paragraph(mailTexts.signature(network))}
</div></body></html>
`
}

type List = NonNullable<Letter['lists']>[number]

function filled(lists: readonly List[]): readonly List[] {
  return lists.filter(({ items }) => items.length > 0)
}

/** An item is one line, whatever was typed. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** Curly apostrophes, and no line that begins with a lone punctuation mark. */
function typeset(text: string): string {
  return text
    .replaceAll("'", '’')
    .replaceAll(/ ([;!?])/g, '\u202f$1')
    .replaceAll(/ ([:»])/g, '\u00a0$1')
    .replaceAll('« ', '«\u00a0')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
