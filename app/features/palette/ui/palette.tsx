import { Link, useFetcher, useNavigate } from '@remix-run/react'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { type PaletteFound, PaletteResults } from './palette-results.tsx'
import { listensToKeys } from './shortcut-switch.tsx'

/** Typing does not ask at each letter. */
const pauseMs = 120

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/** The way to the palette: a link to its page, which opens over the page where scripts run; and its keys. */
export function Palette({ base }: { base: string }) {
  const { t } = useTranslation('palette')
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const { data, load } = useFetcher<{ page: PaletteFound }>()

  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      } else if (event.key === '?' && !isTyping(event.target) && listensToKeys()) navigate(`${base}/raccourcis`)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [base, navigate])

  useEffect(() => {
    if (!isOpen) return
    if (!dialog.current?.open) dialog.current?.showModal()
    field.current?.select()
  }, [isOpen])

  useEffect(() => {
    if (!isOpen) return
    const timer = setTimeout(() => load(`${base}/aller?${new URLSearchParams({ q: typed })}`), typed ? pauseMs : 0)
    return () => clearTimeout(timer)
  }, [isOpen, typed, base, load])

  const found = data?.page
  const isUpToDate = found?.typed === typed.trim()
  // Whoever types fast presses Enter before the answer is there: it is then taken when it comes.
  const wantsFirst = useRef(false)
  useEffect(() => {
    if (!isOpen || !isUpToDate || !wantsFirst.current) return
    wantsFirst.current = false
    dialog.current?.querySelector<HTMLElement>('[data-result]')?.click()
  }, [isOpen, isUpToDate])

  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.key !== 'Enter' || document.activeElement !== field.current) return moveAmongResults(event)
    event.preventDefault()
    if (isUpToDate) dialog.current?.querySelector<HTMLElement>('[data-result]')?.click()
    else wantsFirst.current = true
  }
  const close = () => dialog.current?.close()
  return (
    <>
      <Link
        to={`${base}/aller`}
        onClick={event => {
          event.preventDefault()
          setOpen(true)
        }}
        aria-keyshortcuts="Control+K Meta+K"
        className={buttonClass('quiet', '-ml-2')}
        data-control=""
      >
        <Icon of={Search} />
        {t('open')} <kbd className="text-sm font-normal text-ink-2 max-rail:hidden">Ctrl K</kbd>
      </Link>
      <dialog
        ref={dialog}
        aria-label={t('title')}
        onClose={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="dialog"
      >
        {isOpen ? (
          <>
            <label className="block font-semibold" htmlFor="palette-text">
              {t('field')}
            </label>
            <input
              ref={field}
              id="palette-text"
              type="search"
              autoComplete="off"
              value={typed}
              onChange={event => setTyped(event.target.value)}
              className="control"
              aria-describedby="palette-hint"
            />
            <p id="palette-hint" className="mt-1 text-sm text-ink-2">
              {t('hint')}
            </p>
            <div aria-live="polite">{found ? <PaletteResults found={found} typed={typed} onGo={close} /> : null}</div>
          </>
        ) : null}
        <button type="button" onClick={close} className={buttonClass('quiet', 'mt-3 -ml-4.5')} data-control="">
          {t('close')}
        </button>
      </dialog>
    </>
  )
}

/** Arrows go from the field through the links and back. */
function moveAmongResults(event: KeyboardEvent<HTMLDialogElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-result]')]
  const field = event.currentTarget.querySelector<HTMLElement>('input')
  const at = links.findIndex(link => link.matches(':focus'))
  if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
  else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : field)?.focus()
  else return
  event.preventDefault()
}
