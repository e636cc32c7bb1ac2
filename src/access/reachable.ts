/**
 * Whether no mail can reach an address: RFC 2606 keeps `.invalid` for those that lead nowhere, such as the people of the
 * example, or a first advisor who has not said who they are.
 */
export function isUnreachable(email: string): boolean {
  return email.endsWith('.invalid')
}
