import { qrPath } from '#src/room/qr.ts'

/** A QR code drawn as one path: sharp at any size, dark on light whatever the screen. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = qrPath(text)
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#17262b" />
    </svg>
  )
}
