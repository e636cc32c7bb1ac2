import { useEffect, useState } from 'react'
import { Icon } from './icons.tsx'

type ListenButtonProps = {
  /** Sentences, read one after the other. */
  readonly text: readonly string[]
  readonly language: string
  readonly start: string
  readonly stop: string
}

/** Reads a text aloud with the voice of the phone; absent where it has none. */
export function ListenButton({ text, language, start, stop }: ListenButtonProps) {
  const [isSpeaking, setSpeaking] = useState(false)
  const spoken = text.join('\n')
  useEffect(
    () => () => {
      if ('speechSynthesis' in window) window.speechSynthesis.cancel()
    },
    [spoken],
  )
  if (!('speechSynthesis' in window)) return null

  function toggle() {
    window.speechSynthesis.cancel()
    setSpeaking(!isSpeaking)
    if (isSpeaking) return
    for (const [index, sentence] of text.entries()) {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.lang = language
      utterance.rate = 0.9
      utterance.addEventListener('error', () => setSpeaking(false))
      if (index === text.length - 1) utterance.addEventListener('end', () => setSpeaking(false))
      window.speechSynthesis.speak(utterance)
    }
  }

  return (
    <button className="act" type="button" onClick={toggle}>
      <Icon name="speaker" />
      {isSpeaking ? stop : start}
    </button>
  )
}
