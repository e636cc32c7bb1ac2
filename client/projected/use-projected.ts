import { useEffect } from 'react'
import { appTexts } from '#client/app/texts-fr.ts'
import './projected.css'

/** The page is for a whole room: nothing of the application around it, and the document bears this title. */
export function useProjected(title: string): void {
  useEffect(() => {
    document.body.classList.add('projected')
    document.title = appTexts.pageTitle(title)
    return () => document.body.classList.remove('projected')
  }, [title])
}
