/** A row whose empty columns are absent keys, as the contract's optional fields are. */
export type WithoutNulls<T> = {
  readonly [K in keyof T as null extends T[K] ? never : K]: T[K]
} & { readonly [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> }

export function withoutNulls<T extends object>(row: T): WithoutNulls<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<T>
}
