/** More would be too small to see: beyond, the number alone. */
const mostDrawn = 25

/** One seat for each person, filled when they have answered: how many, never who. The words say the same. */
export function Seats({ filled, of, words }: SeatsProps) {
  const seats = Math.max(filled, of)
  return (
    <p className="seats" role="status">
      {seats <= mostDrawn && (
        <span className="seats-row" aria-hidden="true">
          {Array.from({ length: seats }, (_, index) => (
            // Seats are places in a row: they have no other identity.
            <i key={index} className={index < filled ? 'in' : ''} />
          ))}
        </span>
      )}
      <span>{words}</span>
    </p>
  )
}

type SeatsProps = { readonly filled: number; readonly of: number; readonly words: string }
