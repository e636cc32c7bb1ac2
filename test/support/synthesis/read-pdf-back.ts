import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Tag = { readonly role?: string; readonly alt?: string; readonly children?: readonly Tag[] }

/** A PDF as a reader has it: its pages' text without any space (words are placed one by one), its tags, its outline. */
export async function readPdfBack(pdf: Uint8Array) {
  const raw = Buffer.from(pdf).toString('latin1')
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  const tags: Tag[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(squeezed(items.map((item) => ('str' in item ? item.str : '')).join(' ')))
    const tree = (await page.getStructTree()) as Tag | null
    if (tree !== null) tags.push(...flat(tree))
  }
  const { info } = await document.getMetadata()
  const outline = await document.getOutline()
  const language = /\/Lang \(([^)]*)\)/.exec(raw)?.[1]
  return { raw, pages, text: pages.join(''), tags, info, outline, language }
}

export function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '')
}

function flat(tag: Tag): readonly Tag[] {
  return [tag, ...(tag.children ?? []).flatMap(flat)]
}
