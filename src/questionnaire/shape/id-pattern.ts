/** An id: kebab-case ASCII. */
export const idPattern = /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/
