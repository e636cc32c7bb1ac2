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

/** Mean width of a character of Atkinson at 8 pt. */
const charWidth = 1.5

function syllables(word: string, most: number): readonly string[] {
  if (word.length <= most + 1) return [word]
  const vowel = /[aeiouyàâéèêëîïôûùœ]/i
  for (let cut = Math.min(most - 1, word.length - 2); cut > 2; cut -= 1) {
    const [before = '', at = '', after = ''] = [word[cut - 1], word[cut], word[cut + 1]]
    if (vowel.test(before) && !vowel.test(at) && vowel.test(after) && /\p{L}/u.test(at)) {
      return [`${word.slice(0, cut)}-`, ...syllables(word.slice(cut), most)]
    }
  }
  return word.length <= most * 2 ? [word] : [word.slice(0, most - 1) + '-', ...syllables(word.slice(most - 1), most)]
}
