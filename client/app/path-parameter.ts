import { useParams } from '@tanstack/react-router'

/** A named part of the page's address; empty where the address has none. The pages' paths are data, which hides their types. */
export function usePathParameter(name: 'id' | 'token'): string {
  const parameters: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = parameters[name]

  return typeof value === 'string' ? value : ''
}
