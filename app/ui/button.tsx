import { Link, type LinkProps } from '@remix-run/react'
import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { Icon } from '#app/ui/icon.tsx'

/** primary: the one thing to do on the page · plain: the others · danger: what cannot be undone · quiet: the least. */
export type ButtonVariant = 'primary' | 'plain' | 'danger' | 'quiet'

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-control border px-4.5 py-2 font-semibold leading-tight no-underline text-center disabled:cursor-not-allowed disabled:opacity-60'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-sea bg-sea text-sea-ink hover:border-sea-deep hover:bg-sea-deep hover:text-sea-ink',
  plain: 'border-line-strong bg-surface text-ink hover:border-ink-2 hover:bg-sunk hover:text-ink',
  danger: 'border-brick bg-surface text-brick hover:bg-brick-tint hover:text-brick',
  quiet: 'border-transparent bg-transparent text-sea hover:bg-sea-tint hover:text-sea-deep',
}

/** The classes of a button, for the rare element that is neither of the two below. */
export function buttonClass(variant: ButtonVariant = 'plain', className = ''): string {
  return `${shape} ${variants[variant]} ${className}`
}

type Common = { variant?: ButtonVariant; icon?: LucideIcon; children: ReactNode }

export type ButtonProps = Common & ComponentPropsWithoutRef<'button'>

/** Submits its form unless told otherwise; `name` and `value` say which button was pressed. */
export function Button({ variant, icon, children, className, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass(variant, className)} data-control="">
      {icon ? <Icon of={icon} /> : null}
      {children}
    </button>
  )
}

export type LinkButtonProps = Common & Omit<LinkProps, 'children'>

/** Goes somewhere and looks like a button. A file to download takes `reloadDocument` and `download`. */
export function LinkButton({ variant, icon, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass(variant, className)} data-control="">
      {icon ? <Icon of={icon} /> : null}
      {children}
    </Link>
  )
}
