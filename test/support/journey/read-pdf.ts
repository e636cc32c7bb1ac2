import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type ReadPdf = {
  readonly pages: number
  readonly language: string | undefined
  readonly title: string
  readonly isTagged: boolean
  /** All the text, in reading order, spaces made plain. */
  readonly text: string
}

/** Reads a PDF back as its readers' tools do. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const metadata = await document.getMetadata()
  const tags = await (await document.getPage(1)).getStructTree()
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
  }
  const info: Readonly<Record<string, unknown>> = { ...metadata.info }
  const read = {
    pages: document.numPages,
    language: typeof info['Language'] === 'string' ? info['Language'] : undefined,
    title: typeof info['Title'] === 'string' ? info['Title'] : '',
    isTagged: tags !== null && tags.children.length > 0,
    text: texts
      .join(' ')
      .replace(/[\u00a0\u202f\s]+/g, ' ')
      .replaceAll('’', "'"),
  }
  await document.cleanup()
  return read
}
