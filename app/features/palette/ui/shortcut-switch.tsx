import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'

const place = 'raccourcis'

/** Keys alone (« ? ») may be in the way of a voice command: whoever wants none says so once (WCAG 2.1.4). */
export const listensToKeys = () => localStorage.getItem(place) !== 'non'

/** Shown only where scripts run: without them no key does anything. */
export function ShortcutSwitch() {
  const { t } = useTranslation('palette')
  const [listens, setListens] = useState<boolean | null>(null)
  useEffect(() => setListens(listensToKeys()), [])
  if (listens === null) return null
  const turn = () => {
    localStorage.setItem(place, listens ? 'non' : 'oui')
    setListens(!listens)
  }
  return (
    <div className="mt-6 flex flex-wrap items-center gap-3">
      <Button type="button" onClick={turn} aria-pressed={!listens}>
        {t('shortcuts.off')}
      </Button>
      <p role="status" className="text-ink-2">
        {t(listens ? 'shortcuts.isOn' : 'shortcuts.isOff')}
      </p>
    </div>
  )
}
