import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'

type Referral = {
  id: string
  version: number
  sentTo: string
  answer: 'accepted' | 'refused' | null
  partnerName: string | null
  partnerEmail: string | null
}
type Props = { referral: Referral; formKey: string }

/** Who may answer for the partner by a link, and how that is asked, asked elsewhere or taken back. */
export function PartnerOfReferral({ referral, formKey }: Props) {
  const { t } = useTranslation('referrals')
  const { partnerName: name, partnerEmail: email } = referral
  return (
    <>
      {email ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-ink-2">
            {t(referral.answer ? 'writtenTo' : 'written', { who: name ? t('who', { name, email }) : email })}
          </p>
          <ForgetForm referral={referral} formKey={formKey} />
        </div>
      ) : null}
      {referral.answer ? null : <AskForm referral={referral} formKey={formKey} />}
    </>
  )
}

function ForgetForm({ referral, formKey }: Props) {
  const { t } = useTranslation('referrals')
  const form = useForm('forget-partner')
  return (
    <CommandForm name="forget-partner" formKey={formKey}>
      {form.reply?.values.referralId === referral.id ? <FormTroubles form={form} fields={[]} /> : null}
      <Hidden name="referralId" value={referral.id} />
      <Button variant="quiet" aria-label={t('forgetNamed', { partner: referral.sentTo })}>
        {t('forget')}
      </Button>
    </CommandForm>
  )
}

function AskForm({ referral, formKey }: Props) {
  const { t } = useTranslation(['referrals', 'fields'])
  const all = useForm('ask-partner')
  // Several referrals may wait: what was refused belongs to one of them.
  const isMine = all.reply?.values.referralId === referral.id
  const idOf = (name: string) => `f-${referral.id}-${name}`
  const field = (name: 'partnerName' | 'partnerEmail') => {
    const stored = referral[name]
    const { errors, defaultValue } = all.field(name, stored)
    return {
      name,
      id: idOf(name),
      defaultValue: isMine ? defaultValue : (stored ?? ''),
      ...(isMine && errors && { errors }),
    }
  }
  const labels = { partnerName: t('fields:partnerName'), partnerEmail: t('fields:partnerEmail') }
  return (
    <Disclosure label={t(referral.partnerEmail ? 'askAgain' : 'ask')} open={isMine}>
      <CommandForm name="ask-partner" formKey={formKey} className="mt-2 max-w-2xl space-y-4">
        {isMine ? (
          <FormTroubles
            form={all}
            fields={[
              { name: 'partnerName', label: labels.partnerName, id: idOf('partnerName') },
              { name: 'partnerEmail', label: labels.partnerEmail, id: idOf('partnerEmail') },
            ]}
          />
        ) : null}
        <Hidden name="referralId" value={referral.id} />
        <Hidden name="version" value={isMine ? all.version(referral.version) : referral.version} />
        <TextField {...field('partnerName')} label={labels.partnerName} autoComplete="off" />
        <TextField
          {...field('partnerEmail')}
          label={labels.partnerEmail}
          hint={t('askHint')}
          type="email"
          autoComplete="off"
          required
        />
        <Button aria-label={t('askNamed', { partner: referral.sentTo })}>{t('submit')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
