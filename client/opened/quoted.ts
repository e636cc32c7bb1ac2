/** What someone said or wrote, between its quotation marks, which never part from it. */
export function quoted(text: string): string {
  return `«\u00a0${text}\u00a0»`
}
