import type { LucideIcon } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { type ButtonVariant, buttonClass } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'

export type DialogProps = {
  /** Its address on the page. */
  id: string
  title: string
  /** The words of what opens it, and how it looks. */
  trigger: string
  variant?: ButtonVariant
  icon?: LucideIcon
  closeLabel: string
  /** Already open when the page comes: the form in it was refused. */
  open?: boolean
  /** With `open`: the same page without it, for those who have no JavaScript. */
  closeTo?: string
  /** A text and the form of the decision. */
  children: ReactNode
}

/**
 * A question asked before going on. The trigger is a link to the dialog: without JavaScript the browser shows it in its
 * place on the page (`:target`); with it, the same dialog opens over the page and keeps the focus.
 */
export function Dialog({
  id,
  title,
  trigger,
  variant,
  icon,
  closeLabel,
  open = false,
  closeTo,
  children,
}: DialogProps) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useId()

  // `open` shows it in the page; taken off and asked again, the browser puts it over the page.
  useEffect(() => {
    const dialog = box.current
    if (!open || !dialog?.open) return
    dialog.close()
    dialog.showModal()
  }, [open])

  function show(event: MouseEvent) {
    event.preventDefault()
    box.current?.showModal()
  }

  function hide(event: MouseEvent) {
    if (!box.current?.open) return
    event.preventDefault()
    box.current.close()
  }

  return (
    <>
      <a
        href={`#${id}`}
        id={`${id}-trigger`}
        aria-haspopup="dialog"
        onClick={show}
        className={buttonClass(variant)}
        data-control=""
      >
        {icon ? <Icon of={icon} /> : null}
        {trigger}
      </a>
      <dialog ref={box} id={id} open={open} aria-labelledby={heading} className="dialog">
        <h2 id={heading}>{title}</h2>
        <div className="mt-3">{children}</div>
        <a
          href={closeTo ?? `#${id}-trigger`}
          onClick={hide}
          className={buttonClass('quiet', 'mt-3 -ml-4.5')}
          data-control=""
        >
          {closeLabel}
        </a>
      </dialog>
    </>
  )
}
