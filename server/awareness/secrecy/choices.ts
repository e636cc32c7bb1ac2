/** Something asked, with what may be chosen. */
export type Asked = { readonly id: string; readonly choices: readonly { readonly id: string }[] }
export type Choices = Readonly<Record<string, string>>

const leftOut = 255

/**
 * One byte per thing asked, in the questionnaire's order: the rank of the choice. Sealed, every set of answers has the same
 * length, so that what somebody left out does not show.
 */
export function packChoices(asked: readonly Asked[], choices: Choices): Uint8Array {
  return Uint8Array.from(asked, (item) => {
    const rank = item.choices.findIndex(({ id }) => id === choices[item.id])
    return rank === -1 ? leftOut : rank
  })
}

export function unpackChoices(asked: readonly Asked[], packed: Uint8Array): Choices {
  return Object.fromEntries(
    asked.flatMap((item, index) => {
      const choice = item.choices[packed[index] ?? leftOut]
      return choice === undefined ? [] : [[item.id, choice.id]]
    }),
  )
}

/** The first id that the questionnaire does not know, as what was asked or as one of its choices. */
export function unknownChoice(asked: readonly Asked[], choices: Choices): string | undefined {
  return Object.keys(choices).find(
    (id) => !asked.some((item) => item.id === id && item.choices.some((choice) => choice.id === choices[id])),
  )
}
