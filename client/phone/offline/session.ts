/**
 * What outlives a reload and dies with the tab. A browser that refuses (private window, full disk) keeps nothing: the
 * page then works as long as it is not reloaded.
 */
export function readSession(key: string): unknown {
  try {
    return JSON.parse(window.sessionStorage.getItem(key) ?? 'null')
  } catch {
    return undefined
  }
}

/** @returns whether it is kept */
export function writeSession(key: string, value: unknown): boolean {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forgetSession(): void {
  try {
    window.sessionStorage.clear()
  } catch {
    // Nothing could be kept there either.
  }
}
