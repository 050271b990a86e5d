import { useParams } from '@remix-run/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { draftKeeping } from '#app/http/draft-keeping.ts'
import { formatInstant, type Locale } from '#app/i18n/formats.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { UnsentSession } from '../unsent.ts'

/**
 * Around a session's form that was opened with a network: while the server does not keep what is typed, the device does;
 * and what was left there is offered again.
 */
export function LocalCopy({ children, locale }: { children: ReactNode; locale: Locale }) {
  const { t } = useTranslation('offline')
  const { operator, engineeringId, sessionId } = useParams()
  const frame = useRef<HTMLDivElement>(null)
  const [isKept, setKept] = useState(false)
  const [left, setLeft] = useState<UnsentSession | null>(null)
  useEffect(() => {
    const place = frame.current
    if (!place) return
    const at = { operator, engineeringId, sessionId }
    // Read while there is a network: without one it could not come.
    const copies = import('./local-copies.ts')
    copies.then(({ leftTyping }) => leftTyping(at, null)).then(setLeft, () => {})
    let copy: string | null = null
    let written = Promise.resolve()
    const onKeeping = (event: Event) => {
      const { target } = event
      if (!(event instanceof CustomEvent) || !(target instanceof HTMLFormElement)) return
      const isHere = event.detail === 'failed'
      const fields = isHere ? typedFields(target) : []
      written = written
        .then(async () => {
          const { keepLocally, forgetLocally } = await copies
          if (isHere) copy = await keepLocally(at, fields)
          else if (event.detail === 'kept' && copy) {
            await forgetLocally(copy)
            copy = null
          }
          setKept(copy !== null)
        })
        .catch(() => {})
    }
    place.addEventListener(draftKeeping, onKeeping)
    return () => place.removeEventListener(draftKeeping, onKeeping)
  }, [operator, engineeringId, sessionId])
  return (
    <div ref={frame}>
      {left ? (
        <div className="mb-5">
          <Notice tone="now" action={<a href={`/consultant/hors-ligne#envoi/${left.id}`}>{t('takeBack')}</a>}>
            {t('leftHere', { at: formatInstant(new Date(left.writtenAt), locale) })}
          </Notice>
        </div>
      ) : null}
      {isKept ? (
        <div className="mb-5">
          <Notice role="status">{t('keptHere')}</Notice>
        </div>
      ) : null}
      {children}
    </div>
  )
}

const typedFields = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
