import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { DateField, Hidden, TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ShownBack } from '../putting-back.ts'
import { useFieldWords } from './use-field-words.ts'

type PutBackProps = {
  page: ShownBack
  formKey: string
  /** The page of history that it comes from. */
  history: string
}

/**
 * One field as it stands and as it was. What is sent is the whole form of the edit at the version that was shown here,
 * so that its own command judges it, and refuses it when somebody wrote meanwhile.
 */
export function PutBack({ page, formKey, history }: PutBackProps) {
  const { t } = useTranslation(['cases', 'common'])
  const locale = useLocale()
  const form = useForm(page.form)
  const words = useFieldWords({}, page.texts)
  const { back, now, before, asked, labels } = page
  const label = (name: string) => labels[name]?.[locale] ?? words.field(page.noun ? `${page.noun}.${name}` : name)
  const shown = (value: string) => words.value(page.field, value) || t('cases:history.empty')
  const title = t('cases:history.putBackTitle', {
    field: labels[back?.name ?? '']?.[locale] ?? words.field(page.field),
  })
  if (!back || before === now)
    return (
      <Section title={title}>
        <Notice>{back ? t('cases:history.putBackSame') : t('cases:history.putBackGone')}</Notice>
        <p className="mt-4">
          <Link to={history}>{t('cases:history.putBackLeave')}</Link>
        </p>
      </Section>
    )
  const names = [...new Set([...page.fields, ...asked.map(({ name }) => [name] as const)].map(([name]) => name))]
  return (
    <Section
      title={title}
      note={t(page.noun === 'amendment' ? 'cases:history.putBackAmendment' : 'cases:history.putBackNote')}
    >
      <FormTroubles form={form} fields={names.map(name => ({ name, label: label(name), words: page.texts }))} />
      {form.reply?.conflict ? (
        <p className="mb-5">
          <Link to="" reloadDocument>
            {t('cases:history.putBackAgain')}
          </Link>
        </p>
      ) : null}
      <DescriptionList
        items={[
          { term: t('cases:history.putBackNow'), detail: shown(now) },
          { term: t('cases:history.putBackBefore'), detail: shown(before) },
        ]}
      />
      <CommandForm name={page.form} formKey={formKey} className="mt-5">
        {/* Not that of a conflict: the other fields were read with this one. */}
        {page.version === null ? null : <Hidden name="version" value={page.version} />}
        {page.fields.map(([name, value], index) => (
          <Hidden key={`${name} ${index}`} name={name} value={value} />
        ))}
        {asked.length > 0 ? (
          <div className="mb-6 max-w-2xl space-y-5">
            {asked.map(({ name, kind, value }) =>
              kind === 'day' ? (
                <DateField key={name} {...form.field(name, value)} label={label(name)} required />
              ) : (
                <TextArea key={name} {...form.field(name, value)} label={label(name)} rows={2} required />
              ),
            )}
          </div>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <Button variant="primary">{t('cases:history.putBack')}</Button>
          <LinkButton to={history} variant="quiet">
            {t('common:cancel')}
          </LinkButton>
        </div>
      </CommandForm>
    </Section>
  )
}
