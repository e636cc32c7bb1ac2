import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/** From roomy to dense, as far as a screen goes; each screen's CSS says what they change. */
const densities = ['roomy', 'tight', 'dense', 'densest'] as const

/** From this width on a window is a wall, as the CSS of each screen says; below, a page that scrolls. */
const leastWidth = 1001

/** Nobody scrolls a wall: the first density that fits the window is taken, again at each change and resize. */
export function useFit(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => fit(element.current))
  useEffect(() => {
    const again = () => fit(element.current)
    window.addEventListener('resize', again)
    // Text is measured anew once its own letters are there.
    void document.fonts.ready.then(again)
    return () => window.removeEventListener('resize', again)
  }, [])
  return element
}

function fit(element: HTMLDivElement | null): void {
  if (element === null) return
  for (const density of densities) {
    element.dataset['fit'] = density
    if (window.innerWidth < leastWidth || element.scrollHeight <= window.innerHeight) return
  }
}
