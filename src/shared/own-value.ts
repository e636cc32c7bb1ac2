/**
 * The value a record holds under that very key, undefined where it holds none. An id may well be `constructor`: a bare
 * `record[key]` would then find what every object inherits.
 */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
