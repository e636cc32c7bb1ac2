import { fileTypeFromBuffer } from 'file-type'

/** What may be attached, by the content's own type, and the endings its name may have. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
}

/**
 * The media type read from the content (for documents, from inside their zip), or undefined where it is not one of those
 * accepted. Neither the name nor the type that was announced counts; documents with macros have other types.
 */
export async function acceptedMediaType(content: Uint8Array): Promise<string | undefined> {
  try {
    const found = await fileTypeFromBuffer(content)
    return found !== undefined && Object.hasOwn(accepted, found.mime) ? found.mime : undefined
  } catch {
    // A file cut short or made to confuse the reader is none of ours.
    return undefined
  }
}

const longestName = 120

/** A name safe to give back: its last part alone, no control characters, and an ending that tells the truth. */
export function safeFileName(name: string, mediaType: string): string {
  const endings = accepted[mediaType] ?? []
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)
  // Direction marks can make a name read backwards.
  const readable = (last ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .trim()
    .replace(/^\.+/, '')
  const ending = /\.([a-z0-9]{1,8})$/i.exec(readable)?.[1]?.toLowerCase()
  const isTrue = ending !== undefined && endings.includes(ending)
  const stem = isTrue ? readable.slice(0, -(ending.length + 1)) : readable
  const suffix = `.${isTrue ? ending : endings[0]}`
  return `${stem.slice(0, longestName - suffix.length).trim() || 'document'}${suffix}`
}

/** RFC 6266: always an attachment, with an ASCII name for old readers and the real one. */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '')
  return `attachment; filename="${ascii || 'document'}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
