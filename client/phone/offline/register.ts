/** Asks the browser to keep the page for when the network is gone; where it cannot, the page works online. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || !window.isSecureContext) return
  navigator.serviceWorker.register('/join/worker.js', { scope: '/join' }).catch(() => {
    // A browser that refuses (private window, full disk) only loses the offline page.
  })
}
