/**
 * A code as people type it, without what they add: spaces, dashes, lower case. The letters and figures that look alike
 * are left as typed, for the server knows which ones its codes use.
 */
export function cleanCode(typed: string): string {
  return typed.replaceAll(/[^\p{L}\p{N}]/gu, '').toLocaleUpperCase('fr')
}

/** Codes of meetings have six signs, those of tickets eight. */
export function isWholeCode(code: string): boolean {
  return code.length === 6 || code.length === 8
}

/**
 * The code of the address, `/join#CODE`, taken out of it at once: it must stay neither in the history nor on a shared
 * screen. The part after `#` never reaches a server.
 */
export function takeCodeFromAddress(
  location: Pick<Location, 'hash' | 'pathname' | 'search'>,
  history: Pick<History, 'replaceState'>,
): string | undefined {
  const code = cleanCode(safelyDecoded(location.hash.slice(1)))
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search)
  return code === '' ? undefined : code
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
