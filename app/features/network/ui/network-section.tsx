import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DateField, Select, TextArea } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { NetworkStatus } from '../network-status.ts'

type Recorded = { id: string; status: NetworkStatus; sinceOn: string; reason: string; recordedBy: string | null }
export type NetworkSectionProps = {
  /** What holds today; null while nobody said. */
  holding: { id: string; status: NetworkStatus; sinceOn: string } | null
  /** The latest first. */
  statuses: readonly Recorded[]
  volunteering: { hours: number; cents: number }
  isOpen: boolean
  formKey: string
  today: string
}

/** The place of an organisation in the network: today's, how it came there, and the time that volunteers gave. */
export function NetworkSection({ holding, statuses, volunteering, isOpen, formKey, today }: NetworkSectionProps) {
  const { t } = useTranslation('network')
  const dayWords = useDayWords()
  const locale = useLocale()
  const { hours, cents } = volunteering
  const change = (
    <LinkButton to="?place=nouvelle#place" icon={Plus}>
      {t(holding ? 'change' : 'say')}
    </LinkButton>
  )
  return (
    <Section title={t('title')} action={isOpen ? null : change}>
      {isOpen ? <StatusForm formKey={formKey} today={today} /> : null}
      <p>
        {holding ? (
          <>
            <StatusTag tone={holding.status === 'left' ? 'neutral' : 'now'}>{t(`status.${holding.status}`)}</StatusTag>{' '}
            <span className="text-ink-2">{t('since', { on: dayWords(holding.sinceOn) })}</span>
          </>
        ) : (
          <span className="text-ink-2">{t('none')}</span>
        )}
      </p>
      {hours > 0 ? (
        <p className="mt-2">
          {t('volunteering', { hours: formatNumber(hours, locale), value: formatEuros(cents, locale) })}
        </p>
      ) : null}
      {statuses.length > 0 ? (
        <>
          <h3 className="mt-5">{t('history')}</h3>
          <ol className="divide-y divide-line">
            {statuses.map(({ id, status, sinceOn, reason, recordedBy }) => (
              <li key={id} className="py-2.5">
                <p>
                  <strong>{t(`status.${status}`)}</strong>{' '}
                  <span className="text-ink-2">
                    {[t('since', { on: dayWords(sinceOn) }), recordedBy && t('by', { name: recordedBy })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </p>
                <p className="whitespace-pre-line">{reason}</p>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </Section>
  )
}

function StatusForm({ formKey, today }: { formKey: string; today: string }) {
  const { t } = useTranslation(['network', 'common'])
  const form = useForm('record-status')
  const words: Record<string, string> = t('network:status', { returnObjects: true })
  return (
    <Card id="place" title={t('network:formTitle')} className="mb-5">
      <CommandForm name="record-status" formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'status', label: t('network:fields.status'), id: 'f-network-status', words },
            { name: 'sinceOn', label: t('network:fields.sinceOn') },
            { name: 'reason', label: t('network:fields.reason') },
          ]}
        />
        <FieldRow>
          <Select
            {...form.field('status')}
            id="f-network-status"
            label={t('network:fields.status')}
            placeholder={t('network:choose')}
            options={Object.entries(words).map(([value, label]) => ({ value, label }))}
            required
          />
          <DateField {...form.field('sinceOn', today)} label={t('network:fields.sinceOn')} max={today} required />
        </FieldRow>
        <TextArea
          {...form.field('reason')}
          label={t('network:fields.reason')}
          hint={t('network:reasonHint')}
          rows={3}
          required
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('network:save')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
