import { firstNames } from './first-names.ts'

export type PersonalDataKind = 'email' | 'phone' | 'nir' | 'name'

/** What in a text seems to point at someone; `start` and `end` are offsets in the text. */
export type PersonalData = { readonly kind: PersonalDataKind; readonly start: number; readonly end: number }

/**
 * Looks for what a comment must not hold: an electronic address, a telephone number, a social security number, a first name
 * with a surname or a surname after a title. It warns and forbids nothing: only the person who writes knows. In the text's
 * order, without overlap; what is most certain first where two readings meet.
 */
export function personalData(text: string): readonly PersonalData[] {
  const found = [...emails(text), ...socialSecurityNumbers(text), ...phones(text), ...names(text)]
  const kept: PersonalData[] = []
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept.toSorted((a, b) => a.start - b.start)
}

function matches(text: string, pattern: RegExp, kind: PersonalDataKind): readonly PersonalData[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ kind, start: index, end: index + match.length }))
}

function emails(text: string): readonly PersonalData[] {
  return matches(text, /[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, 'email')
}

const gap = '[\\s\\u00a0\\u202f.-]?'

/** Ten digits from 0, or nine after +33 or 0033, however spaced. Short public numbers (39 28, 17) are nobody's. */
function phones(text: string): readonly PersonalData[] {
  return matches(
    text,
    new RegExp(`(?<![\\d])(?:(?:\\+|00)33${gap}(?:\\(0\\)${gap})?|0)[1-9](?:${gap}\\d{2}){4}(?!\\d)`, 'gu'),
    'phone',
  )
}

/** Thirteen characters and, where they are given, the two of the key that they must agree with. */
function socialSecurityNumbers(text: string): readonly PersonalData[] {
  const pattern = new RegExp(
    `(?<![\\d])[1-4]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2]|[2-9]\\d)${gap}(?:\\d{2}|2[AB])${gap}\\d{3}${gap}\\d{3}(?:${gap}\\d{2})?(?!\\d)`,
    'giu',
  )
  return matches(text, pattern, 'nir').filter(({ start, end }) => hasRightKey(text.slice(start, end)))
}

function hasRightKey(written: string): boolean {
  const plain = written.replaceAll(/[\s\u00a0\u202f.-]/gu, '').toUpperCase()
  if (plain.length === 13) return true
  // Corsica's letters count as 19 and 18 (Insee).
  const digits = plain.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - (Number(digits) % 97) === Number(plain.slice(13))
}

const capitalised = "\\p{Lu}(?:[\\p{Ll}]+|[\\p{Lu}]+)(?:[-'’]\\p{Lu}?[\\p{L}]+)*"
const particle = "(?:(?:de|du|des|da|dos|le|la|el|al|ben|van|von|d[’'])[\\s\\u00a0]+)?"
const blank = '[\\s\\u00a0\\u202f]+'

function names(text: string): readonly PersonalData[] {
  return [
    ...matches(
      text,
      new RegExp(
        `(?<![\\p{L}])(?:M\\.|Mme|Mlle|Monsieur|Madame|Mademoiselle)${blank}${particle}${capitalised}(?:${blank}${capitalised})?`,
        'gu',
      ),
      'name',
    ).filter(({ start, end }) => !isFunction(text.slice(start, end))),
    ...pairs(text),
  ]
}

/** "Madame la Directrice", "Monsieur le Maire" name an office. */
function isFunction(match: string): boolean {
  return /(?<!\p{L})(?:directrice|directeur|pr[ée]sidente?|maire|pr[ée]f[eè]te?|inspectrice|inspecteur|d[ée]l[ée]gu[ée]e?)(?!\p{L})/iu.test(
    match,
  )
}

/** Two capitalised words of which one is a first name, in either order; an institution or a street is no person. */
function pairs(text: string): readonly PersonalData[] {
  const word = new RegExp(`(?<![\\p{L}\\d’'-])${capitalised}`, 'gu')
  const words = [...text.matchAll(word)].map(({ 0: match, index }) => ({
    match,
    start: index,
    end: index + match.length,
  }))
  const between = new RegExp(`^${blank}${particle}$`, 'u')
  return words.flatMap((first, index) => {
    const second = words[index + 1]
    if (second === undefined || !between.test(text.slice(first.end, second.start))) return []
    const isPerson = isFirstName(first.match)
      ? !isFollower(second.match)
      : isSurname(first.match) && isFirstName(second.match)
    if (!isPerson || isPlace(text.slice(0, first.start))) return []
    const third = words[index + 2]
    // « Le Goff », « El Amrani »: the name goes on after such a word.
    const goesOn = isParticle(second.match) && third !== undefined && between.test(text.slice(second.end, third.start))
    return [{ kind: 'name' as const, start: first.start, end: goesOn ? third.end : second.end }]
  })
}

function isFirstName(word: string): boolean {
  return word.split('-').every((part) => firstNames.has(folded(part)))
}

/** In capitals before a first name, as forms write it. */
function isSurname(word: string): boolean {
  return word.length > 2 && word === word.toLocaleUpperCase('fr')
}

function isParticle(word: string): boolean {
  return ['le', 'la', 'de', 'du', 'da', 'dos', 'el', 'al', 'ben', 'van', 'von', 'ould'].includes(folded(word))
}

/** Words that follow a first name in the name of a place or of an institution. */
function isFollower(word: string): boolean {
  return ['emploi', 'travail', 'insertion', 'formation', 'services', 'hospitalier'].includes(folded(word))
}

/** "rue Pierre Curie", "lycée Jeanne Hachette": the name of a place that bears a person's. */
function isPlace(before: string): boolean {
  return /(?:rue|avenue|boulevard|place|all[ée]e|quai|square|impasse|cit[ée]|lyc[ée]e|coll[èe]ge|[ée]cole|h[ôo]pital|maison|centre|gare|m[ée]tro|station|saint|sainte|fondation|association|salle|stade)[\s\u00a0]+$/iu.test(
    before,
  )
}

function folded(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('fr')
}
