/** The word a person keeps, as they may type it again months later: case, accents and spaces do not count. */
export function normalisedWord(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}
