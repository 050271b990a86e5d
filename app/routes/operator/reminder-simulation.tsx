import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { simulationPage } from '#app/features/reminders/simulation-page.query.server.ts'
import { ComingReminders } from '#app/features/reminders/ui/coming-reminders.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(simulationPage, {
  words: ['reminderRules', 'sends', 'settings'],
  title: t => t('reminderRules:simulation.title'),
})
export const meta = titled

/** Who would be told what within thirty days. */
export default function ReminderSimulation() {
  const { t } = useTranslation(['reminderRules', 'settings'])
  const locale = useLocale()
  const { page } = useLoaderData<typeof loader>()
  const base = `/o/${page.operator}`
  const { count, coming } = page
  return (
    <>
      <PageHeader
        title={t('simulation.title')}
        lede={t('simulation.lede', { from: formatDay(page.today, locale), until: formatDay(page.until, locale) })}
        crumbs={[
          { to: `${base}/reglages`, label: t('settings:title') },
          { to: `${base}/reglages/rappels`, label: t('title') },
        ]}
        crumbsLabel={t('settings:way')}
      />
      <Form className="mb-6 flex max-w-3xl flex-wrap items-end gap-4">
        <Select
          name="regle"
          label={t('simulation.rule')}
          defaultValue={page.rule ?? ''}
          options={[
            { value: '', label: t('simulation.all') },
            ...page.rules.map(({ rule, label }) => ({ value: rule, label: label[locale] })),
          ]}
        />
        <Button>{t('simulation.show')}</Button>
      </Form>
      <Section title={t('simulation.count', { count })}>
        {count > coming.length ? <p className="mb-3">{t('simulation.more', { shown: coming.length })}</p> : null}
        <ComingReminders coming={coming} base={base} locale={locale} />
      </Section>
    </>
  )
}
