import type { Opened } from '#client/opened/opened.ts'
export default function Preview(_: { readonly opened: Opened }) {
  return null
}
