import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Copy, textKeys } from '../expert-review.ts'
import { CopyFacts } from './review-copy.tsx'

type Props = {
  review: { version: number; question: string; personName: string; email: string; copy: Copy }
  formKey: string
}

/** Exactly what would leave, its words to be struck through by hand, then the button that sends it. */
export function ReviewDraft({ review, formKey }: Props) {
  const { t } = useTranslation('expertReviews')
  const form = useForm('finish')
  const { copy } = review
  const keys = textKeys.filter(key => copy.texts[key] !== undefined)
  return (
    <>
      <Notice tone="now" title={t('previewTitle')}>
        <p>{t('previewHelp', { person: review.personName })}</p>
      </Notice>
      <Section title={t('factsTitle')} note={t('factsHelp')}>
        <CopyFacts copy={copy} />
      </Section>
      <Section title={t('textsTitle')} note={t('textsHelp')}>
        <CommandForm name="finish" formKey={formKey} key={form.generation} className="max-w-2xl space-y-5">
          <FormTroubles
            form={form}
            fields={[
              { name: 'question', label: t('fields.question') },
              ...keys.map(key => ({ name: key, label: t(`texts.${key}`) })),
            ]}
          />
          <Hidden name="version" value={form.version(review.version)} />
          <TextArea {...form.field('question', review.question)} label={t('fields.question')} rows={4} required />
          {keys.map(key => (
            <TextArea key={key} {...form.field(key, copy.texts[key])} label={t(`texts.${key}`)} rows={5} />
          ))}
          <p className="text-ink-2">{t('sendHelp', { person: review.personName, email: review.email })}</p>
          <ActionBar>
            <Button name="intent" value="save">
              {t('saveTexts')}
            </Button>
            <Button variant="primary" name="intent" value="send">
              {t('send')}
            </Button>
          </ActionBar>
        </CommandForm>
      </Section>
    </>
  )
}
