/** A number as it is read: a short one in pairs, a national one in pairs, anything else as written. */
export function phoneFr(phone: string): string {
  const digits = phone.replaceAll(/[ .\u00a0]/g, '')
  return /^(\d{4}|0\d{9})$/.test(digits) ? digits.replace(/(\d\d)(?=\d)/g, '$1\u00a0') : phone.replaceAll(' ', '\u00a0')
}
