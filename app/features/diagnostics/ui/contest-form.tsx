import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { DiagnosticLine, ShownContest } from '../diagnostic-lines.ts'
import { ContestText } from './contest-list.tsx'
import { useLineWords } from './line-words.ts'

export type ContestFormProps = {
  formKey: string
  name: string | null
  lines: readonly DiagnosticLine[]
  contests: readonly ShownContest[]
}

/** What she does not recognise: one line at a time, in her own words, before she validates. */
export function ContestForm({ formKey, name, lines, contests }: ContestFormProps) {
  const { t } = useTranslation('remarks')
  const lineWords = useLineWords()
  const form = useForm('contest')
  const options = lines.map(({ code, text }) => ({ value: code, label: `${lineWords(code)} : ${shortened(text)}` }))
  return (
    <Section title={t('contestTitle')} note={t('contestHelp')} id="contester">
      {contests.length > 0 ? (
        <ul className="mb-4 space-y-5">
          {contests.map(contest => (
            <li key={contest.id} className="border-l-3 border-line pl-4">
              <ContestText contest={contest} />
            </li>
          ))}
        </ul>
      ) : null}
      <Disclosure label={t('contestOpen')} open={form.reply !== null}>
        <CommandForm name="contest" formKey={formKey} key={form.generation} className="mt-3 grid gap-5">
          <FormTroubles
            form={form}
            fields={[
              { name: 'line', label: t('line') },
              { name: 'body', label: t('contestBody') },
              { name: 'name', label: t('yourName'), id: 'f-contest-name' },
            ]}
          />
          <Select {...form.field('line')} label={t('line')} placeholder={t('chooseLine')} options={options} />
          <TextArea {...form.field('body')} label={t('contestBody')} hint={t('contestBodyHint')} rows={3} />
          <TextField {...form.field('name', name)} id="f-contest-name" label={t('yourName')} autoComplete="name" />
          <div>
            <Button className="w-full sm:w-auto">{t('contestSubmit')}</Button>
          </div>
        </CommandForm>
      </Disclosure>
    </Section>
  )
}

const shortened = (text: string) => (text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text)
