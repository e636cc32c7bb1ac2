import fc from 'fast-check'
import { expect, test } from 'vitest'
import { messageReader } from '#client/phone/meeting/live/event-stream.ts'

test('messages are the same wherever the pieces of the stream end', () => {
  const stream = 'retry: 1000\n\nid: 1\ndata: {"seq":1}\n\n:\n\nid: 2\r\ndata: {"seq":2}\r\n\r\nid: 3\ndata: {"se'
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), stream.length]
      const read = messageReader()
      const messages = places.flatMap((place, index) => read(stream.slice(places[index - 1] ?? 0, place)))
      expect(messages).toEqual([
        { id: '1', data: '{"seq":1}' },
        { id: '2', data: '{"seq":2}' },
      ])
    }),
  )
})
