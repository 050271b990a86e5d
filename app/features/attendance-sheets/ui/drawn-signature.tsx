import { frame } from '../signature-rules.ts'

/** A signature as it was drawn: dark on white whatever the theme, as on paper. */
export function DrawnSignature({ drawing, label, className }: { drawing: string; label: string; className: string }) {
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${frame.width} ${frame.height}`} className={className}>
      <path d={drawing} fill="none" stroke="#1c2230" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
