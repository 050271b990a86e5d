import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { citations, type ReferenceByLink } from '../reference.ts'
import { useReferenceWords } from './cited-list.tsx'

/** The organisation reads what would be shown of it, and chooses; the same page changes its answer. */
export function ReferenceByLinkScreen({ reference, formKey }: { reference: ReferenceByLink; formKey: string }) {
  const { t } = useTranslation('references')
  const form = useForm('reference')
  const dayWords = useDayWords()
  const words = useReferenceWords()
  const { provider, operator, citation, answeredOn, withdrawnOn } = reference
  const shown = {
    named: words(reference),
    anonymous: words({ ...reference, organisation: null, title: '' }),
    none: t('link.nothing'),
  }
  const said = withdrawnOn ?? answeredOn
  return (
    <>
      <h1>{t('link.title', { provider })}</h1>
      <p className="my-4 font-serif text-xl leading-relaxed">{t('link.lede', { provider, operator })}</p>
      {citation && said ? (
        <div className="mb-6">
          <Notice tone="done" title={t('link.thanks')} role="status">
            <p>{t(`link.said.${citation}`, { provider, on: dayWords(said) })}</p>
          </Notice>
        </div>
      ) : null}
      <CommandForm name="reference" formKey={formKey} key={form.generation} className="grid gap-6">
        <FormTroubles form={form} fields={[{ name: 'citation', label: t('link.question') }]} />
        <ChoiceGroup
          {...form.field('citation', citation)}
          label={t('link.question')}
          required
          options={citations.map(value => ({ value, label: t(`link.choices.${value}`), hint: shown[value] }))}
        />
        <div>
          <Button variant="primary" className="w-full sm:w-auto">
            {t(citation ? 'link.change' : 'link.answer')}
          </Button>
        </div>
      </CommandForm>
      <p className="my-6 text-[0.9375rem] text-ink-2">{t('link.free', { operator })}</p>
    </>
  )
}
