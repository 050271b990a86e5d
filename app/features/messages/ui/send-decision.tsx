import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant, type Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { knownFailure, messageWords } from '../message-words.ts'
import { CaseLink, type ShownSend } from './send-table.tsx'

type SendDecisionProps = { send: ShownSend; base: string; formKey: string; locale: Locale }

/** One message that waits for a decision: why, and one button per answer. */
export function SendDecision({ send, base, formKey, locale }: SendDecisionProps) {
  const { t } = useTranslation('sends')
  const form = useForm('decide')
  // Every message has the same form: an answer is about the one that was sent.
  const isAnswered = form.reply?.values.id === send.id
  const isUncertain = send.state === 'uncertain'
  const title = t(messageWords(send.message))
  const named = (action: string) => t('decide.named', { action, message: title, recipient: send.recipient })
  return (
    <Card
      title={title}
      action={<StatusTag tone={isUncertain ? 'late' : 'stop'}>{t(`states.${send.state}`)}</StatusTag>}
    >
      <p className="mb-1">
        <CaseLink send={send} base={base} />
      </p>
      <p className="text-ink-2">{formatInstant(new Date(send.dueAt), locale)}</p>
      <p className="mt-3 max-w-prose">
        {t(isUncertain ? 'uncertain.why' : 'failed.why', { recipient: send.recipient })} <Reason send={send} />
      </p>
      <CommandForm name="decide" formKey={`${formKey}.${send.id}`} className="mt-4">
        {isAnswered ? <FormTroubles form={form} fields={[{ name: 'recipient', label: t('decide.resendTo') }]} /> : null}
        <Hidden name="id" value={send.id} />
        {isUncertain ? null : (
          <div className="mb-4 max-w-md">
            <TextField
              {...(isAnswered ? form.field('recipient') : { name: 'recipient', defaultValue: send.recipient })}
              id={`recipient-${send.id}`}
              label={t('decide.resendTo')}
              type="email"
            />
          </div>
        )}
        <div className="flex flex-wrap gap-2.5">
          {isUncertain ? (
            <Button name="decision" value="received" variant="primary" aria-label={named(t('decide.received'))}>
              {t('decide.received')}
            </Button>
          ) : null}
          <Button
            name="decision"
            value="resend"
            variant={isUncertain ? 'plain' : 'primary'}
            aria-label={named(t('decide.resend'))}
          >
            {t('decide.resend')}
          </Button>
          <Button name="decision" value="dropped" variant="quiet" aria-label={named(t('decide.dropped'))}>
            {t('decide.dropped')}
          </Button>
        </div>
      </CommandForm>
    </Card>
  )
}

function Reason({ send: { state, failure } }: { send: ShownSend }) {
  const { t } = useTranslation('sends')
  const known = knownFailure(failure)
  if (known) return state === 'uncertain' ? null : t(`failed.reasons.${known}`)
  return failure && state === 'failed' ? t('failed.technical', { reason: failure }) : null
}
