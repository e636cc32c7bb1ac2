/** Whether a text has the shape of a mail address; only a message that arrives proves more. */
export function isMailAddress(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text)
}
