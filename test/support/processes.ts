import { readdirSync, readFileSync } from 'node:fs'

type ProcessHere = { readonly pid: number; readonly parent: number; readonly command: string }

/** Every process that this one started, and theirs, as `/proc` tells: those that ended meanwhile are left out. */
export function descendantsOf(pid: number): readonly ProcessHere[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processHere(Number(name)))
  const family = (parent: number): readonly ProcessHere[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...family(each.pid)])

  return family(pid)
}

/** The Chromiums that print or show under a process: the first process of each, which holds the others. */
export function browsersOf(pid: number): readonly number[] {
  return descendantsOf(pid)
    .filter(({ command }) => command.includes('--remote-debugging-pipe') && !command.includes('--type='))
    .map((each) => each.pid)
}

export function isRunning(pid: number): boolean {
  return processHere(pid).length > 0
}

/** A zombie has ended: only its parent has not looked yet. */
function processHere(pid: number): readonly ProcessHere[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in parentheses and may hold any character.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z' || state === 'X') return []
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')

    return [{ pid, parent: Number(parent), command }]
  } catch {
    return []
  }
}
