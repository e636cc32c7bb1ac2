import { createHmac } from 'node:crypto'
import { isIP, SocketAddress } from 'node:net'

/** Keyed by the server's secret, so that what is kept for ten minutes does not lead back to an address. */
export function addressBucket(secret: string, address: string): string {
  return createHmac('sha256', secret)
    .update(`join ${lineOf(address)}`)
    .digest('base64url')
}

/**
 * The line behind an address, however a proxy writes it. An IPv6 line gives each of its machines as many addresses as it
 * likes, and the first half alone is the line's own.
 */
function lineOf(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
  if (isIP(bare) !== 6) return bare
  // Written in one way alone, the longest part of zeros left out.
  const written = new SocketAddress({ address: bare.replace(/%.*$/, ''), family: 'ipv6' }).address
  const mapped = /^::ffff:([\d.]+)$/.exec(written)?.[1]
  if (mapped !== undefined) return mapped
  const [left = '', right] = written.split('::')
  const parts = left === '' ? [] : left.split(':')
  const last = right === undefined || right === '' ? [] : right.split(':')
  const zeros = right === undefined ? [] : Array.from({ length: 8 - parts.length - last.length }, () => '0')
  return [...parts, ...zeros, ...last].slice(0, 4).join(':')
}
