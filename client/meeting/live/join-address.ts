/** The page that needs no account; the code stays in the fragment, which no server ever logs. */
export function joinAddress(origin: string, code: string): string {
  return `${origin}/join#${code}`
}

/** As a person types it: without `https://`, and without the code, which is said apart. */
export function joinToType(origin: string): string {
  return `${origin.replace(/^https?:\/\//, '')}/join`
}

/** « K7M 2QX »: a code of six characters is read in two breaths. */
export function spacedCode(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
