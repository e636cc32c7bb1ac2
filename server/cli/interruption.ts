/** Aborted by Ctrl-C or a request to end, so that what was begun is put away. Both npm and the terminal may pass it on. */
export function interruption(): AbortSignal {
  const given = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => given.abort())

  return given.signal
}
