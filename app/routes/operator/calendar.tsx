import { useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { advanceClock } from '#app/features/demonstration/advance-clock.command.server.ts'
import { advancePage } from '#app/features/demonstration/advance-page.query.server.ts'
import { Happened } from '#app/features/demonstration/ui/happened.tsx'
import { Journey } from '#app/features/demonstration/ui/journey.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { DateField } from '#app/ui/field.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(advancePage, {
  words: ['settings', 'sends', 'notifications'],
  title: t => t('settings:calendar.title'),
})
export const action = act({
  advance: on(advanceClock, {
    done: ({ from }, { params }) => ({
      to: `/o/${params.operator}/reglages/calendrier?depuis=${from}`,
      toast: { key: 'advancing' },
    }),
  }),
})
export const meta = titled

export default function Calendar() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('settings')
  const form = useForm('advance')
  const base = `/o/${useParams().operator}`
  const { today, destination, depuis, happened } = page
  return (
    <>
      <PageHeader
        title={t('calendar.title')}
        crumbs={[{ to: `${base}/reglages`, label: t('title') }]}
        crumbsLabel={t('way')}
        lede={t('calendar.help')}
      />
      <DescriptionList items={[{ term: t('calendar.today'), detail: formatDay(today, locale) }]} />
      <div className="mt-6">
        {destination ? (
          <Journey
            today={today}
            destination={destination}
            here={`${base}/reglages/calendrier${depuis ? `?depuis=${depuis}` : ''}`}
            locale={locale}
          />
        ) : (
          <CommandForm name="advance" formKey={formKey} className="max-w-md space-y-5">
            <FormTroubles form={form} fields={[{ name: 'to', label: t('calendar.to') }]} />
            <DateField
              {...form.field('to')}
              label={t('calendar.to')}
              hint={t('calendar.toHint')}
              min={today}
              required
            />
            <Button variant="primary">{t('calendar.submit')}</Button>
          </CommandForm>
        )}
      </div>
      <Section
        title={depuis ? t('calendar.happenedSince', { since: formatDay(depuis, locale) }) : t('calendar.happened')}
        action={<LinkButton to={`${base}/reglages/courrier`}>{t('calendar.seeMailbox')}</LinkButton>}
      >
        <Happened happened={happened} base={base} locale={locale} />
      </Section>
    </>
  )
}
