import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, Select, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { type OfficialTheme, type OwnTheme, officialThemes } from '../session-themes.ts'

type SessionThemesProps = {
  page: { themes: readonly OwnTheme[]; counts: readonly { theme: OfficialTheme; count: number }[] }
  formKey: string
}

/** The operator's own themes: added, renamed, offered no more; and how its sessions count, in the words of the official list. */
export function SessionThemes({ page: { themes, counts }, formKey }: SessionThemesProps) {
  const { t } = useTranslation('settings')
  const officialWord = useOfficialWord()
  return (
    <div className="max-w-3xl space-y-8">
      <Section title={t('themes.own')} id="themes">
        {themes.length === 0 ? <p className="text-ink-2">{t('themes.none')}</p> : null}
        <ul className="divide-y divide-line">
          {themes.map((theme, index) => (
            <li key={theme.name} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-semibold wrap-anywhere">{theme.name}</p>
                <p className="text-ink-2">{t('themes.countsAs', { theme: officialWord(theme.official) })}</p>
                {theme.state === 'closed' ? <StatusTag tone="neutral">{t('themes.closed')}</StatusTag> : null}
                {theme.state === 'open' ? <Rename theme={theme.name} rank={index} formKey={formKey} /> : null}
              </div>
              <Offer theme={theme} rank={index} formKey={formKey} />
            </li>
          ))}
        </ul>
        <Add formKey={formKey} />
      </Section>
      <Section title={t('themes.counts')} note={t('themes.countsNote')} id="decompte">
        {counts.length === 0 ? <p className="text-ink-2">{t('themes.noCount')}</p> : null}
        <dl className="grid max-w-md grid-cols-[1fr_auto] gap-x-6 gap-y-1">
          {counts.map(({ theme, count }) => (
            <div key={theme} className="contents">
              <dt>{officialWord(theme)}</dt>
              <dd className="text-right tabular-nums">{t('themes.sessions', { count })}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </div>
  )
}

function useOfficialWord() {
  const { t } = useTranslation(['settings', 'choices'])
  return (theme: OfficialTheme) => (theme === 'other' ? t('settings:themes.other') : t(`choices:domain.${theme}`))
}

function Add({ formKey }: { formKey: string }) {
  const { t } = useTranslation('settings')
  const officialWord = useOfficialWord()
  const form = useForm('add')
  return (
    <CommandForm name="add" formKey={formKey} key={form.generation} className="mt-4 space-y-4">
      <FormTroubles
        form={form}
        fields={[
          { name: 'name', label: t('themes.name') },
          { name: 'official', label: t('themes.official') },
        ]}
      />
      <TextField {...form.field('name')} label={t('themes.name')} maxLength={60} required />
      <Select
        {...form.field('official', 'other')}
        label={t('themes.official')}
        hint={t('themes.officialHint')}
        options={officialThemes.map(value => ({ value, label: officialWord(value) }))}
      />
      <Button variant="primary">{t('themes.add')}</Button>
    </CommandForm>
  )
}

type OfThemeProps = { rank: number; formKey: string }

function Rename({ theme, rank, formKey }: OfThemeProps & { theme: string }) {
  const { t } = useTranslation('settings')
  const name = `rename.${rank}`
  const form = useForm(name)
  return (
    <Disclosure label={t('themes.renameNamed', { name: theme })} open={form.reply !== null}>
      <CommandForm name={name} formKey={`${formKey}.${rank}`} className="space-y-3 pt-2">
        <FormTroubles form={form} fields={[{ name: 'name', label: t('themes.newName') }]} />
        <Hidden name="theme" value={theme} />
        <TextField
          {...form.field('name', theme)}
          id={`f-name-${rank}`}
          label={t('themes.newName')}
          hint={t('themes.renameHint')}
          maxLength={60}
          required
        />
        <Button>{t('themes.rename')}</Button>
      </CommandForm>
    </Disclosure>
  )
}

function Offer({ theme, rank, formKey }: OfThemeProps & { theme: OwnTheme }) {
  const { t } = useTranslation('settings')
  const isOpen = theme.state === 'open'
  return (
    <CommandForm name={`offer.${rank}`} formKey={`${formKey}.${rank}`}>
      <Hidden name="theme" value={theme.name} />
      <Hidden name="state" value={isOpen ? 'closed' : 'open'} />
      <Button variant="quiet">
        {t(isOpen ? 'themes.close' : 'themes.open')}
        <span className="sr-only"> {theme.name}</span>
      </Button>
    </CommandForm>
  )
}
