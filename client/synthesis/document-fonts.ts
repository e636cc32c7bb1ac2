const files = import.meta.glob<string>('#src/synthesis/fonts/*.woff2', {
  query: '?url',
  import: 'default',
  eager: true,
})

let asked = false

/** The document's own cuts, named as its style calls them; loaded for the preview alone. */
export function loadDocumentFonts(): void {
  if (asked) return
  asked = true
  for (const [path, url] of Object.entries(files)) {
    const [family = '', ...cut] = (path.split('/').at(-1) ?? '').replace('.woff2', '').split('-')
    const size = cut.length > 1 ? ` ${cut[0]}` : ''
    const name = `Jalon ${family.charAt(0).toUpperCase()}${family.slice(1)}${size}`
    const face = new FontFace(name, `url("${url}")`, { weight: cut.at(-1) ?? '400' })
    document.fonts.add(face)
  }
}
