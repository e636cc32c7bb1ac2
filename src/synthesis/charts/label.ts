/** A text cut into lines that fit under a tile, in millimetres at 8 pt. A word too long is cut between syllables. */
export function linesIn(text: string, width: number): readonly string[] {
  const most = Math.max(4, Math.floor(width / charWidth))
  const words = text.split(' ').flatMap((word) => syllables(word, most))
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && !last.endsWith('-') && last.length + 1 + word.length <= most) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

/** More would make the bar's label higher than the bar. */
const mostLines = 4

/** The same in four lines at most; what is left out shows as an ellipsis, never as a word cut short. */
export function labelIn(text: string, width: number): readonly string[] {
  const lines = linesIn(text, width)
  if (lines.length <= mostLines) return lines
  const last = lines[mostLines - 1] ?? ''
  return [...lines.slice(0, mostLines - 1), `${last.replace(/[-, ]+$/, '')}…`]
}

/** Mean width of a character of Atkinson at 8 pt. */
const charWidth = 1.5

const vowel = /[aeiouyàâéèêëîïôûùœ]/i
/** Consonants that begin a syllable together. */
const together = /^(?:[bcdfgptv][lr]|[cpt]h|gn|qu|gu)$/i

function syllables(word: string, most: number): readonly string[] {
  if (word.length <= most + 1) return [word]
  for (let cut = Math.min(most - 1, word.length - 2); cut > 2; cut -= 1) {
    if (beginsSyllable(word, cut)) return [`${word.slice(0, cut)}-`, ...syllables(word.slice(cut), most)]
  }
  return [`${word.slice(0, most - 1)}-`, ...syllables(word.slice(most - 1), most)]
}

/** Whether a line may begin there: a consonant before a vowel, after a vowel or after the consonant that closes. */
function beginsSyllable(word: string, cut: number): boolean {
  const [two = '', before = '', at = '', after = ''] = [word[cut - 2], word[cut - 1], word[cut], word[cut + 1]]
  const isConsonant = (sign: string) => /\p{L}/u.test(sign) && !vowel.test(sign)
  const opens = vowel.test(after) || (together.test(at + after) && vowel.test(word[cut + 2] ?? ''))
  const closes = vowel.test(before) || (isConsonant(before) && vowel.test(two) && !together.test(before + at))
  return isConsonant(at) && opens && closes
}
