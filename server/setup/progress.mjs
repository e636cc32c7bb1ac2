import process from 'node:process'

const everyMilliseconds = process.stderr.isTTY ? 500 : 10_000

/** Shows that a long task lives: one line kept up to date on a terminal, a line now and then elsewhere. */
export function showProgress(title, detail) {
  const startedAt = Date.now()
  process.stderr.write(`${title}…\n`)
  const tell = async () => {
    const text = await detail()
    const line = `  ${text}, ${Math.round((Date.now() - startedAt) / 1000)} s`
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
  const timer = setInterval(() => void tell(), everyMilliseconds)

  return {
    stop: () => {
      clearInterval(timer)
      const seconds = Math.round((Date.now() - startedAt) / 1000)
      process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[K' : ''}  terminé en ${seconds} s\n`)
    },
  }
}
