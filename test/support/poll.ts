import { setTimeout as pause } from 'node:timers/promises'

/** Waits until a condition gives something, looking often; fails with what was awaited when patience ends. */
export async function poll<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  milliseconds = 60_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds
  while (Date.now() < deadline) {
    const found = await look()
    if (found !== undefined) return found
    await pause(10)
  }

  throw new Error(`waited ${milliseconds} ms for ${what}`)
}
