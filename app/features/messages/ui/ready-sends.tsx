import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant, type Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { messageWords } from '../message-words.ts'
import { Address, type ShownSend } from './send-table.tsx'

type ReadyProps = { formKey: string; locale: Locale }

/** Messages of a case that leave at the next hour of sending: each may still be held back. */
export function ReadySends({ sends, ...rest }: { sends: readonly (ShownSend & { urgent: boolean })[] } & ReadyProps) {
  const { t } = useTranslation('sends')
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sends.map(send => (
        <li key={send.id} className="py-3">
          <p className="font-semibold">{t(messageWords(send.message))}</p>
          <p className="text-ink-2">
            <Address>{send.recipient}</Address>, {formatInstant(new Date(send.dueAt), rest.locale)}
          </p>
          {send.state === 'planned' && !send.urgent ? <Withdraw send={send} {...rest} /> : null}
        </li>
      ))}
    </ul>
  )
}

function Withdraw({ send, formKey }: { send: ShownSend } & ReadyProps) {
  const { t } = useTranslation(['caseReminders', 'sends'])
  const name = `withdraw.${send.id}`
  const form = useForm(name)
  const id = `${name}-reason`
  const label = t('caseReminders:skip.reason')
  return (
    <Disclosure
      open={form.reply !== null}
      label={
        <>
          {t('caseReminders:skip.open')}
          <span className="sr-only">: {t(`sends:${messageWords(send.message)}`)}</span>
        </>
      }
    >
      <CommandForm name={name} formKey={formKey} key={form.generation} className="mb-4 max-w-2xl space-y-4">
        <FormTroubles form={form} fields={[{ name: 'reason', label, id }]} />
        <Hidden name="id" value={send.id} />
        <TextField {...form.field('reason')} id={id} label={label} autoComplete="off" required />
        <Button>{t('caseReminders:skip.save')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
