import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import { Modal } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { appTexts } from '#client/app/texts-fr.ts'
import './feedback.css'

/**
 * A question asked over the page: focus is held inside and given back. Where `onClose` is undefined the user must
 * choose: no cross, and Escape does nothing. Load it lazily on the first page.
 */
export function Dialog({ opened, title, onClose, children, wide = false }: DialogProps) {
  useFocusGivenBack()
  const mustChoose = onClose === undefined
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose ?? (() => {})}
      size={wide ? 820 : 640}
      closeOnEscape={!mustChoose}
      closeOnClickOutside={false}
      className="dialog"
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Mantine's header: a second banner would stand in the page. */}
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          {!mustChoose && <Modal.CloseButton aria-label={appTexts.close} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/**
 * Mantine gives the focus back to a dialog that is closed in place; ours leave the page with what they asked. Where the
 * button that opened one has gone too, the page takes the focus: a keyboard is never sent back to the top.
 */
function useFocusGivenBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (document.activeElement !== null && document.activeElement !== document.body) return
      if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus()
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true })
    },
    [opener],
  )
}

type DialogProps = {
  readonly opened: boolean
  readonly title: string
  readonly onClose: (() => void) | undefined
  readonly children: ReactNode
  readonly wide?: boolean
}
