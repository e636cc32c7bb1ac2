/** No Chromium can be run here. `cause` holds what the system said, when something was tried. */
export class BrowserMissing extends Error {
  override readonly name = 'BrowserMissing'
}
