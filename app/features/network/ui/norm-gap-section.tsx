import { LockKeyhole, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

type Writing = {
  id: string
  version: number
  difference: string
  acceptedBecause: string
  author: string | null
  /** An instant, as the page carries it. */
  at: string | Date
}
export type NormGapProps = { writings: readonly Writing[]; isOpen: boolean; formKey: string }

/** What this organisation does otherwise than the norm, and why that is accepted: for the team alone. */
export function NormGapSection({ writings, isOpen, formKey }: NormGapProps) {
  const { t } = useTranslation('network')
  const [standing, ...earlier] = writings
  return (
    <Section
      title={t('gap.title')}
      note={
        <>
          <StatusTag icon={LockKeyhole}>{t('gap.internal')}</StatusTag> {t('gap.help')}
        </>
      }
      action={
        isOpen ? null : (
          <LinkButton to="?ecart=modifier#ecart" icon={Pencil}>
            {t(standing ? 'gap.edit' : 'gap.write')}
          </LinkButton>
        )
      }
    >
      {isOpen ? <NormGapForm standing={standing ?? null} formKey={formKey} /> : null}
      {standing ? <Written writing={standing} /> : <p className="text-ink-2">{t('gap.none')}</p>}
      {earlier.length > 0 ? (
        <Disclosure label={t('gap.earlier', { count: earlier.length })}>
          <div className="divide-y divide-line">
            {earlier.map(writing => (
              <Written key={writing.id} writing={writing} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </Section>
  )
}

function Written({ writing }: { writing: Writing }) {
  const { t } = useTranslation('network')
  const locale = useLocale()
  const on = formatInstant(new Date(writing.at), locale)
  return (
    <div className="space-y-2 py-2.5">
      <p className="whitespace-pre-line">
        <strong>{t('gap.fields.difference')}</strong> {writing.difference}
      </p>
      <p className="whitespace-pre-line">
        <strong>{t('gap.fields.acceptedBecause')}</strong> {writing.acceptedBecause}
      </p>
      <p className="text-ink-2">{writing.author ? t('gap.writtenBy', { name: writing.author, on }) : on}</p>
    </div>
  )
}

function NormGapForm({ standing, formKey }: { standing: Writing | null; formKey: string }) {
  const { t } = useTranslation(['network', 'common'])
  const form = useForm('write-norm-gap')
  return (
    <Card id="ecart" title={t('network:gap.formTitle')} className="mb-5">
      <CommandForm name="write-norm-gap" formKey={formKey} key={form.generation} className="space-y-5">
        <FormTroubles
          form={form}
          fields={[
            { name: 'difference', label: t('network:gap.fields.difference') },
            { name: 'acceptedBecause', label: t('network:gap.fields.acceptedBecause') },
          ]}
        />
        <Hidden name="version" value={form.version(standing?.version ?? 0)} />
        <TextArea
          {...form.field('difference', standing?.difference)}
          label={t('network:gap.fields.difference')}
          hint={t('network:gap.differenceHint')}
          rows={4}
          required
        />
        <TextArea
          {...form.field('acceptedBecause', standing?.acceptedBecause)}
          label={t('network:gap.fields.acceptedBecause')}
          rows={3}
          required
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('network:gap.save')}</Button>
          <LinkButton to="?" variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Card>
  )
}
