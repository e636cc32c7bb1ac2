import type { Consent } from '#src/accompaniment/entry.ts'
import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { Choice } from '#client/opened/choice.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { TextField } from '#client/opened/text-field.tsx'
import { useEntry } from '#client/saving/use-entry.ts'
import { synthesisTexts } from './texts-fr.ts'

/** The direction's word, and its three yes or no. */
export function MessageAndConsents({ opened }: { readonly opened: Opened }) {
  const { value, setValue, error } = useEntry(opened.id, 'message')
  const message = value ?? ''
  const words = message.trim() === '' ? 0 : message.trim().split(/\s+/u).length
  const canWrite = opened.canWrite('message')
  const { consents, confidential } = outlineOf(opened.questionnaire)
  const texts = confidential ? synthesisTexts.commitment : synthesisTexts.word

  return (
    <>
      <section aria-labelledby="direction-word">
        <h2 className="rule" id="direction-word">
          {texts.title}
        </h2>
        <TextField
          id="message"
          label={synthesisTexts.messageWords(words, thresholds.messageWords)}
          hint={canWrite ? texts.hint : synthesisTexts.messageBy}
          rows={6}
          value={message}
          readOnly={!canWrite}
          error={words > thresholds.messageWords ? synthesisTexts.messageTooLong(words) : error}
          onChange={(text) => setValue(text.trim() === '' ? null : text)}
        />
      </section>
      <section aria-labelledby="consents">
        <h2 className="rule" id="consents">
          {synthesisTexts.consents}
        </h2>
        <p className="small muted">
          {opened.canWrite('consent') ? synthesisTexts.consentsWhy : synthesisTexts.consentsBy}
        </p>
        <ul className="consents">
          {consents.map((subject) => (
            <ConsentLine key={subject} opened={opened} subject={subject} />
          ))}
        </ul>
      </section>
    </>
  )
}

function ConsentLine({ opened, subject }: ConsentLineProps) {
  const { value, setValue, flush } = useEntry(opened.id, `consent/${subject}`)
  const label = synthesisTexts.consent[subject]
  return (
    <li id={`consent/${subject}`}>
      <span>{label}</span>
      {opened.canWrite('consent') ? (
        <Choice
          label={label}
          value={value === undefined ? undefined : value ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: synthesisTexts.yes },
            { value: 'no', label: synthesisTexts.no },
          ]}
          onChange={(answer) => {
            setValue(answer === 'yes')
            flush()
          }}
        />
      ) : (
        <b>{value === undefined ? synthesisTexts.unanswered : value ? synthesisTexts.yes : synthesisTexts.no}</b>
      )}
    </li>
  )
}

type ConsentLineProps = { readonly opened: Opened; readonly subject: Consent }
