import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { fr } from '#client/app/fr.ts'
import { appTexts } from '#client/app/texts-fr.ts'
import { GoLink } from './go-link.tsx'
import './shell.css'

/**
 * The head of a page: where we come from, the situation in a sentence, the one primary action. It also names the
 * document, so every page has one.
 */
export function PageTitle({ title, children, back, action, documentTitle }: PageTitleProps) {
  useEffect(() => {
    document.title = appTexts.pageTitle(documentTitle ?? title)
  }, [title, documentTitle])

  return (
    <>
      {back && (
        <GoLink to={back.to} className="back">
          <IconArrowLeft size={18} aria-hidden />
          {back.label}
        </GoLink>
      )}
      <div className="page-title">
        <div>
          <h1>{fr(title)}</h1>
          {children !== undefined && <div className="page-title-lead">{children}</div>}
        </div>
        {action !== undefined && <div className="page-title-action">{action}</div>}
      </div>
    </>
  )
}

type PageTitleProps = {
  readonly title: string
  /** What the tab says, where the title alone would not tell pages apart. */
  readonly documentTitle?: string
  readonly children?: ReactNode
  readonly back?: { readonly to: string; readonly label: string } | undefined
  readonly action?: ReactNode
}
