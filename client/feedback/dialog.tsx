import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/UnstyledButton.css'
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { appTexts } from '#client/app/texts-fr.ts'
import './feedback.css'

/**
 * A question asked over the page: focus is held inside and given back. Where `onClose` is undefined the user must
 * choose: no cross, and Escape does nothing. Load it lazily on the first page.
 */
export function Dialog({ opened, title, onClose, children, wide = false }: DialogProps) {
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

type DialogProps = {
  readonly opened: boolean
  readonly title: string
  readonly onClose: (() => void) | undefined
  readonly children: ReactNode
  readonly wide?: boolean
}
