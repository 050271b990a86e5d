import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { saveTypology } from '#app/features/typology/save-typology.command.server.ts'
import { typologyPage } from '#app/features/typology/typology-page.query.server.ts'
import { TypologyForm } from '#app/features/typology/ui/typology-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Section } from '#app/ui/section.tsx'

export const loader = page(typologyPage, {
  words: ['typology'],
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('typology:title')}`,
})
export const meta = titled

export const action = act({
  typology: on(saveTypology, {
    done: ({ number }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${number}/typologie`,
      toast: { key: 'saved' },
    }),
  }),
})

export default function CaseTypology() {
  const { t } = useTranslation('typology')
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  const note = page.declaredBy ? t('declared', { programme: page.declaredBy[locale] }) : t('help')
  return (
    <Section title={t('edit')} note={note}>
      <TypologyForm formKey={formKey} version={page.version} values={page.values} />
    </Section>
  )
}
