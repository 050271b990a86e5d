import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'

/** The manager's answer to one of the questions of the page. */
export function AnswerForm({ questionId, name, formKey }: { questionId: string; name: string; formKey: string }) {
  const { t } = useTranslation('questions')
  const form = useForm('answer')
  const isMine = form.reply?.values.questionId === questionId
  const of = questionId.slice(-12)
  const field = { name: 'answer', label: t('answer.body'), id: `f-answer-${of}` }
  const answer = isMine ? form.field('answer') : { name: 'answer', defaultValue: '', errors: undefined }
  return (
    <Disclosure label={t('answer.named', { name })} open={isMine}>
      <CommandForm name="answer" formKey={`${formKey}.${of}`} className="space-y-4 pt-2">
        {isMine ? <FormTroubles form={form} fields={[field]} /> : null}
        <Hidden name="questionId" value={questionId} />
        <TextArea {...answer} id={field.id} label={field.label} required />
        <Button variant="primary">{t('answer.submit')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
