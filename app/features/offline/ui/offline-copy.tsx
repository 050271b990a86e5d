import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'

/** On a consultant’s pages: takes her missions along, and says when something that she wrote has not left yet. */
export function OfflineCopy() {
  const { t } = useTranslation('offline')
  const [count, setCount] = useState(0)
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    const channel = new BroadcastChannel('sillage-consultant')
    const read = async () => {
      const { waitingHere } = await import('./device.ts')
      setCount(await waitingHere())
    }
    const start = async () => {
      const { keepAlong } = await import('./sending.ts')
      if (!isGone) stop = keepAlong()
      await read()
    }
    channel.onmessage = () => void read().catch(() => {})
    // Without a database there is nothing to keep: a private window of some browsers.
    void start().catch(() => {})
    return () => {
      isGone = true
      stop()
      channel.close()
    }
  }, [])
  if (count === 0) return null
  return (
    <div className="mb-6">
      <Notice tone="late" role="status" action={<a href="/consultant/hors-ligne">{t('see')}</a>}>
        {t('unsent', { count })}
      </Notice>
    </div>
  )
}
