/** Puts the keyboard in the field of that id: in it, or in the first control it holds, as of a group of choices. */
export function focusField(id: string, options?: FocusOptions): void {
  const element = document.getElementById(id)
  if (element === null) return
  const controls = 'input, select, textarea, button, a'
  const control = element.matches(controls) ? element : element.querySelector<HTMLElement>(controls)
  control?.focus(options)
}
