/** 1 January 2000, of the same length as what Chromium writes. */
const fixedDate = "D:20000101000000+00'00'"
const dateEntry = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g

/**
 * The same document with fixed dates, so that two prints of the same content are the same bytes. The patch keeps every
 * length: a PDF's cross-reference table counts bytes.
 */
export function withoutDates(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const patched = Uint8Array.from(pdf)
  for (const { index, 1: name = '', 0: found } of text.matchAll(dateEntry)) {
    const replacement = `/${name} (${fixedDate})`
    if (replacement.length === found.length) patched.set(Buffer.from(replacement, 'latin1'), index)
  }
  return patched
}

/** Pages of a document, as its page tree says. */
export function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count (\d+)/g)].map(([, count]) => Number(count))
  return Math.max(0, ...counts)
}
