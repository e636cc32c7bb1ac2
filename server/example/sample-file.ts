import { crc32 } from 'node:zlib'

/** A file that stands for a document of the example, of the type its name says: it opens, and says what it is. */
export function sampleFile(name: string): Uint8Array {
  return name.endsWith('.ods') ? emptySpreadsheet() : onePagePdf()
}

function onePagePdf(): Uint8Array {
  const text = 'BT /F1 18 Tf 72 760 Td (Document d\\222exemple : son contenu est fictif.) Tj ET'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`)
  const header = '%PDF-1.4\n'
  const offsets = objects.map((_, index) => (header + objects.slice(0, index).join('')).length)
  const start = (header + objects.join('')).length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${header}${objects.join('')}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  )
}

const spreadsheetType = 'application/vnd.oasis.opendocument.spreadsheet'

function emptySpreadsheet(): Uint8Array {
  return storedZip([
    // OpenDocument wants this one first and uncompressed.
    ['mimetype', spreadsheetType],
    [
      'META-INF/manifest.xml',
      `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${spreadsheetType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ],
    [
      'content.xml',
      '<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Exemple"><table:table-row><table:table-cell office:value-type="string"><text:p>Document d’exemple : son contenu est fictif.</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
    ],
  ])
}

/** A zip of uncompressed files (PKWARE APPNOTE, §4.3). */
function storedZip(files: readonly (readonly [string, string])[]): Uint8Array {
  const entries = files.map(([name, text]) => {
    const content = Buffer.from(text, 'utf8')
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    // 1 January 1980, the first day a zip knows.
    fields.writeUInt16LE(33, 8)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), content])
    return { name, fields, local }
  })
  const directory = entries.map(({ name, fields }, index) => {
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(
      entries.slice(0, index).reduce((sum, { local }) => sum + local.length, 0),
      10,
    )
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name)])
  })
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(
    entries.reduce((sum, { local }) => sum + local.length, 0),
    12,
  )
  return Buffer.concat([...entries.map(({ local }) => local), ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}
