/** One message of a stream of server-sent events. */
type StreamMessage = { readonly id?: string; readonly data: string }

/**
 * Cuts a stream of server-sent events into messages, wherever its pieces end.
 *
 * @returns a function that takes the next piece and gives the messages it completes; comments give none
 */
export function messageReader(): (piece: string) => readonly StreamMessage[] {
  let rest = ''
  return (piece) => {
    const blocks = (rest + piece.replaceAll('\r', '')).split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.map(parsed).filter((message) => message.data !== '')
  }
}

function parsed(block: string): StreamMessage {
  const data: string[] = []
  let id: string | undefined
  for (const line of block.split('\n')) {
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
    if (name === 'data') data.push(value ?? '')
    if (name === 'id') id = value
  }
  return { data: data.join('\n'), ...(id === undefined ? {} : { id }) }
}
