/** Calls back when the network may be back: the browser says so, or somebody looks at the page again. */
export function onNetworkHint(act: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') act()
  }
  window.addEventListener('online', act)
  window.addEventListener('pageshow', act)
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    window.removeEventListener('online', act)
    window.removeEventListener('pageshow', act)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
