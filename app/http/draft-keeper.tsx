import { Form } from '@remix-run/react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant, formatTime } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Keeper, type Keeping, keepDraft } from './draft-keeping.ts'
import type { KeptDraft } from './drafts.ts'

/** What a form is kept as while it is typed. */
export type FormDraft = { operator: string; place: string; kept: KeptDraft | null }

const addressOf = (operator: string) => `/o/${operator}/brouillons`

/** Above a form that was found again as it was typed: since when, and the way to be rid of it. */
export function DraftFound({ draft, name }: { draft: FormDraft; name: string }) {
  const { t } = useTranslation('drafts')
  const locale = useLocale()
  if (!draft.kept) return null
  return (
    <div className="mb-5">
      <Notice tone="now" title={t('found', { at: formatInstant(new Date(draft.kept.savedAt), locale) })}>
        <p>{t('foundHelp')}</p>
        {/* A whole page: what is thrown away leaves every field. */}
        <Form method="post" action={addressOf(draft.operator)} reloadDocument className="mt-1">
          <input type="hidden" name="_form" value="discard-draft" />
          <input type="hidden" name="place" value={draft.place} />
          <input type="hidden" name="form" value={name} />
          <Button variant="quiet" className="-ml-4.5">
            {t('discard')}
          </Button>
        </Form>
      </Notice>
    </div>
  )
}

/** At the end of a form: keeps it while it is typed, and says so quietly. */
export function DraftKeeper({ draft, name }: { draft: FormDraft; name: string }) {
  const { t } = useTranslation('drafts')
  const place = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeper>()
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'nothing' })
  const isOpenTwice = useOtherTab(`${draft.place} ${name}`)
  const { operator, place: at, kept } = draft
  const known = kept?.version ?? 0
  const id = useId()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const started = keepDraft(form, { address: addressOf(operator), place: at, name, known, tell: setKeeping })
    keeper.current = started
    return () => started.stop()
  }, [operator, at, name, known])
  return (
    <div ref={place} className="text-[0.9375rem] text-ink-2" data-noprint="">
      {keeping.kind === 'elsewhere' ? (
        <Notice tone="late" role="alert" title={t('elsewhere')}>
          <p id={id}>{t('elsewhereHelp')}</p>
          <Button type="button" aria-describedby={id} onClick={() => keeper.current?.takeOver()}>
            {t('takeOver')}
          </Button>
        </Notice>
      ) : isOpenTwice ? (
        <Notice tone="late" role="status">
          <p>{t('openTwice')}</p>
        </Notice>
      ) : null}
      {keeping.kind === 'kept' ? <p>{t('kept', { at: formatTime(keeping.at) })}</p> : null}
      {keeping.kind === 'failed' ? <p role="status">{t('failed')}</p> : null}
    </div>
  )
}

/** Whether the same form is open in another tab of this browser. */
function useOtherTab(name: string): boolean {
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    const channel = new BroadcastChannel(`brouillon ${name}`)
    const leave = () => channel.postMessage('closed')
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      setThere(data !== 'closed')
      if (data !== 'opened') return
      channel.postMessage('here')
    }
    channel.postMessage('opened')
    addEventListener('pagehide', leave)
    return () => {
      leave()
      removeEventListener('pagehide', leave)
      channel.close()
    }
  }, [name])
  return isThere
}
