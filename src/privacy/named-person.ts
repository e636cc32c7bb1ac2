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

/** With its sign, or with the word that people write in its place. */
function emails(text: string): readonly PersonalData[] {
  return matches(
    text,
    /[\p{L}\d][\p{L}\d._%+'’-]*(?:@|\s?[[(](?:at|arobase|chez)[\])]\s?)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu,
    'email',
  )
}

const gap = '[\\s\\u00a0\\u202f.-]?'

/**
 * Ten digits from 0, by twos or in the other ways they are cut; after +33 or 0033, nine; after the prefix of another
 * country, eight to fourteen with it. Dates are by twos and fours, short public numbers (39 28, 17) are nobody's.
 */
function phones(text: string): readonly PersonalData[] {
  const cut = '[\\s\\u00a0\\u202f./-]{1,2}'
  const byTwos = `0[1-9]\\)?(?:(?:${cut}\\d{2}){4}|\\d{8})`
  // Threes and fours are also what longer numbers are cut into.
  const otherwise = `(?<!\\d${cut})0[1-9]${cut}(?:\\d{2}${cut}\\d{3}${cut}\\d{3}|\\d{4}${cut}\\d{4})`
  const french = `(?:\\+|00)33${gap}(?:\\(0\\)${gap})?[1-9](?:${gap}\\d{2}){4}`
  const foreign = `\\+[1-9](?:${gap}\\d){7,13}`
  return matches(text, new RegExp(`(?<!\\d)(?:${french}|${foreign}|${byTwos}|${otherwise})(?!\\d)`, 'gu'), 'phone')
}

/** Thirteen characters and, where they are given, the two of the key that they must agree with; 7 and 8 are for a while. */
function socialSecurityNumbers(text: string): readonly PersonalData[] {
  const pattern = new RegExp(
    `(?<![\\d])[1-478]${gap}\\d{2}${gap}(?:0[1-9]|1[0-2]|[2-9]\\d)${gap}(?:\\d{2}|2[AB])${gap}\\d{3}${gap}\\d{3}(?:${gap}\\d{2})?(?!\\d)`,
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

const capitalised = "(?:[DMNO]['’])?\\p{Lu}(?:[\\p{Ll}]+|[\\p{Lu}]+)(?:[-'’]\\p{Lu}?[\\p{L}]+)*"
const blank = '[\\s\\u00a0\\u202f]+'
const particle = `(?:(?:de|du|des|da|dos|le|la|el|al|ben|van|von)${blank}|d['’](?:${blank})?){0,2}`
/** X, Y and Z say that nobody is meant. */
const initial = "[A-W](?:\\.|(?![\\p{L}\\d’'.]))"

/** In capitals or without one, too. A short one may touch the name; bare, it needs a name and not a letter alone. */
const shortTitle = '(?:M\\.|MM\\.|Mr\\.?|(?:Mmes?|Mlles?|Dr|Pr|MME|MLLE)\\.?|mmes?|mlles?)'
const longTitle =
  '(?:[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|MONSIEUR|MADAME|MADEMOISELLE|[Dd]octeure?|[Dd]octoresse|[Mm]aître)'
const bareTitle = '(?:M|Me)'

function names(text: string): readonly PersonalData[] {
  const surname = `${particle}${capitalised}(?:${blank}${capitalised})?`
  const titled = [
    `${shortTitle}(?:${blank})?${surname}`,
    `${longTitle}${blank}${surname}`,
    `(?:${shortTitle}|${longTitle})${blank}${initial}`,
    `${bareTitle}${blank}${surname}`,
    // « J.-P. Martin »: nothing else is written so.
    `\\p{Lu}\\.-\\p{Lu}\\.(?:${blank})?${surname}`,
  ]
  const titles = matches(text, new RegExp(`(?<![\\p{L}\\d.’'])(?:${titled.join('|')})`, 'gu'), 'name')
  return [...titles.filter(({ start, end }) => !isFunction(text.slice(start, end))), ...pairs(text), ...shortened(text)]
}

/** « Karim B. »: a colleague knows who it is. */
function shortened(text: string): readonly PersonalData[] {
  return matches(text, new RegExp(`(?<!\\p{L})${capitalised}${blank}${initial}`, 'gu'), 'name').filter(
    ({ start, end }) => isFirstName(text.slice(start, end).split(/\s/u)[0] ?? '') && !isPlace(text.slice(0, start)),
  )
}

/** "Madame la Directrice", "Monsieur le Maire" name an office. */
function isFunction(match: string): boolean {
  return /(?<!\p{L})(?:directrice|directeur|pr[ée]sidente?|maire|pr[ée]f[eè]te?|inspectrice|inspecteur|d[ée]l[ée]gu[ée]e?|ministre|adjointe?|responsable|conseill[eè]re?|d[ée]put[ée]e?|secr[ée]taire|tr[ée]sori[eè]re?|untel|unetelle)(?!\p{L})/iu.test(
    match,
  )
}

/** Two capitalised words of which one is a first name, in either order; an institution or a street is no person. */
function pairs(text: string): readonly PersonalData[] {
  const word = new RegExp(`(?<![\\p{L}\\d-])${capitalised}`, 'gu')
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
      : isSurname(first.match) && !isPlace(`${first.match} `) && isFirstName(second.match)
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

/** Words that follow a first name in the name of an institution, or in a sentence all in capitals. */
function isFollower(word: string): boolean {
  const institutions = ['emploi', 'travail', 'insertion', 'formation', 'services', 'hospitalier', 'freres']
  const links = [
    'est',
    'et',
    'ou',
    'en',
    'dans',
    'sur',
    'avec',
    'pour',
    'par',
    'qui',
    'que',
    'ne',
    'pas',
    'se',
    'au',
    'aux',
  ]
  return [...institutions, ...links].includes(folded(word))
}

/** "rue Pierre Curie", "lycée Jeanne Hachette": the name of a place that bears a person's. */
function isPlace(before: string): boolean {
  return /(?<!\p{L})(?:rue|avenue|boulevard|place|all[ée]e|quai|square|impasse|chantier|atelier|cit[ée]|chemin|pont|parc|lyc[ée]e|coll[èe]ge|[ée]cole|universit[ée]|campus|cr[èe]che|h[ôo]pital|clinique|maison|centre|foyer|r[ée]sidence|espace|esat|ehpad|chrs|gare|m[ée]tro|station|saint|sainte|fondation|association|soci[ée]t[ée]|prix|salle|stade|gymnase|th[ée][âa]tre|cin[ée]ma|biblioth[èe]que|m[ée]diath[èe]que)[\s\u00a0]+$/iu.test(
    before,
  )
}

function folded(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('fr')
}
