import qrcode from 'qrcode-generator'

/** Light modules around the code, without which readers do not find it (ISO/IEC 18004). */
const quietZone = 4

/**
 * A text as a QR code for an SVG: `viewBox="0 0 size size"`, and one path of dark modules, a unit each. It still reads
 * with a sixth of it hidden (level M), printed or projected.
 */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const rows = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column) => code.isDark(row, column)),
  )

  return { size: count + 2 * quietZone, path: rows.map((row, index) => rowPath(row, index + quietZone)).join('') }
}

/** Dark modules side by side are one rectangle: no hairline shows between them. */
function rowPath(row: readonly boolean[], y: number): string {
  return row
    .map((dark, x) => {
      if (!dark || row[x - 1] === true) return ''
      const end = row.indexOf(false, x)
      const width = (end === -1 ? row.length : end) - x
      return `M${x + quietZone} ${y}h${width}v1h-${width}z`
    })
    .join('')
}
