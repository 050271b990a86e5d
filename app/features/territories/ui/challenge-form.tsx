import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import type { Challenge } from '../territory.ts'

/** What a territory wants to change, and what will tell; absent, it is a new challenge. */
export function ChallengeForm({ challenge, formKey }: { challenge?: Challenge; formKey: string }) {
  const { t } = useTranslation('territories')
  const form = useForm('challenge')
  const natures: Record<string, string> = t('natures', { returnObjects: true })
  const label = (name: 'nature' | 'title' | 'words' | 'indicator' | 'unit') => t(`challenge.${name}`)
  return (
    <CommandForm name="challenge" formKey={formKey} key={form.generation} className="mt-3 max-w-2xl space-y-5">
      <FormTroubles
        form={form}
        fields={(['nature', 'title', 'words', 'indicator', 'unit'] as const).map(name => ({
          name,
          label: label(name),
          ...(name === 'nature' && { words: natures }),
        }))}
      />
      {challenge ? <Hidden name="version" value={form.version(challenge.version)} /> : null}
      <Select
        {...form.field('nature', challenge?.nature)}
        label={label('nature')}
        placeholder={t('challenge.choose')}
        options={Object.entries(natures).map(([value, words]) => ({ value, label: words }))}
        required
      />
      <TextField {...form.field('title', challenge?.title)} label={label('title')} autoComplete="off" required />
      <TextArea {...form.field('words', challenge?.words)} label={label('words')} rows={4} />
      <FieldRow>
        <TextField
          {...form.field('indicator', challenge?.indicator)}
          label={label('indicator')}
          hint={t('challenge.indicatorHint')}
          autoComplete="off"
        />
        <TextField
          {...form.field('unit', challenge?.unit)}
          label={label('unit')}
          hint={t('challenge.unitHint')}
          autoComplete="off"
        />
      </FieldRow>
      <Button>{t(challenge ? 'challenge.save' : 'challenge.add')}</Button>
    </CommandForm>
  )
}
