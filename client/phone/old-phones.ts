/**
 * What phones that get no more updates (iOS 15) lack of what this page uses. Imported first; it changes nothing where the
 * browser has them.
 */
if (!('toSorted' in Array.prototype)) {
  // oxlint-disable-next-line eslint/no-extend-native -- the standard's own method, where it is missing
  Object.defineProperty(Array.prototype, 'toSorted', {
    configurable: true,
    writable: true,
    value: function toSorted<T>(this: readonly T[], compare?: (one: T, other: T) => number): T[] {
      // oxlint-disable-next-line unicorn/no-array-sort -- a copy, and the very method that is missing
      return [...this].sort(compare)
    },
  })
}
if (!('timeout' in AbortSignal)) {
  Object.defineProperty(AbortSignal, 'timeout', {
    configurable: true,
    writable: true,
    value: (milliseconds: number): AbortSignal => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), milliseconds)
      return controller.signal
    },
  })
}
