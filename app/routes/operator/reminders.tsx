import { useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { decideSend } from '#app/features/messages/decide-send.command.server.ts'
import { settleBrake } from '#app/features/messages/settle-brake.command.server.ts'
import { settleFailedJob } from '#app/features/messages/settle-failed-job.command.server.ts'
import { BrakeNotice } from '#app/features/messages/ui/brake-notice.tsx'
import { FailedJobCard } from '#app/features/messages/ui/failed-job-card.tsx'
import { SendDecision } from '#app/features/messages/ui/send-decision.tsx'
import { SendTable } from '#app/features/messages/ui/send-table.tsx'
import { reminderPage } from '#app/features/reminders/reminder-page.query.server.ts'
import { type ReminderView, reminderViews } from '#app/features/reminders/reminder-views.ts'
import { ComingReminders } from '#app/features/reminders/ui/coming-reminders.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'

export const loader = page(reminderPage, { words: ['sends'], title: t => t('sends:title') })
export const action = act({
  decide: on(decideSend, {
    done: ({ decision }, { params }) => ({ to: `/o/${params.operator}/rappels`, toast: { key: `send-${decision}` } }),
  }),
  'settle-brake': on(settleBrake, {
    done: ({ decision }, { params }) => ({ to: `/o/${params.operator}/rappels`, toast: { key: `brake-${decision}` } }),
  }),
  'settle-job': on(settleFailedJob, {
    done: (_value, { params }) => ({ to: `/o/${params.operator}/rappels`, toast: { key: 'saved' } }),
  }),
})
export const meta = titled

export default function Reminders() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sends')
  const base = `/o/${useParams().operator}`
  const at = (vue: ReminderView, number?: number) => {
    const search = new URLSearchParams({ vue })
    if (page.dossier) search.set('dossier', page.dossier)
    if (number && number > 1) search.set('page', String(number))
    return `?${search}`
  }
  const isToCome = page.view === 'venir'
  return (
    <>
      <PageHeader
        title={page.dossier ? t('titleFor', { number: page.dossier }) : t('title')}
        lede={page.dossier ? undefined : t('lede')}
        crumbs={
          page.dossier
            ? [
                { to: `${base}/accompagnements/${page.dossier}`, label: t('backToCase', { number: page.dossier }) },
                { to: `${base}/rappels`, label: t('allCases') },
              ]
            : undefined
        }
        crumbsLabel={t('way')}
      />
      {page.brake ? (
        <div className="mb-6">
          <BrakeNotice brake={page.brake} mayDecide={page.isManager} formKey={formKey} />
        </div>
      ) : null}
      <TabsNav
        label={t('views.label')}
        tabs={reminderViews.map(view => ({
          to: at(view),
          label: t(`views.${view}`),
          count: page.counts[view],
          current: page.view === view,
        }))}
      />
      {page.view === 'decider' ? (
        <ToDecide page={page} base={base} formKey={formKey} locale={locale} />
      ) : page.sends.length === 0 ? (
        <EmptyState title={t(isToCome ? 'empty.venir' : 'empty.envoyes')}>
          {t(isToCome ? 'empty.venirHelp' : 'empty.envoyesHelp')}
        </EmptyState>
      ) : (
        <SendTable
          caption={t(isToCome ? 'captions.venir' : 'captions.envoyes')}
          sends={page.sends}
          base={base}
          locale={locale}
          sent={!isToCome}
        />
      )}
      <Pagination
        label={t('page.label')}
        previous={
          page.page > 1
            ? { to: at(page.view, page.page - 1), label: t(isToCome ? 'page.previousToCome' : 'page.previous') }
            : undefined
        }
        next={
          page.hasMore
            ? { to: at(page.view, page.page + 1), label: t(isToCome ? 'page.nextToCome' : 'page.next') }
            : undefined
        }
      />
      {isToCome && page.page === 1 ? (
        <Section title={t('captions.coming')}>
          <ComingReminders coming={page.coming} base={base} locale={locale} />
        </Section>
      ) : null}
    </>
  )
}

type ReminderData = ReturnType<typeof useLoaderData<typeof loader>>

function ToDecide({
  page: { sends, failedJobs },
  base,
  formKey,
  locale,
}: Pick<ReminderData, 'page' | 'formKey' | 'locale'> & { base: string }) {
  const { t } = useTranslation('sends')
  if (sends.length === 0 && failedJobs.length === 0)
    return <EmptyState title={t('empty.decider')}>{t('empty.deciderHelp')}</EmptyState>
  return (
    <>
      <div className="grid gap-5 lg:grid-cols-2">
        {sends.map(send => (
          <SendDecision key={send.id} send={send} base={base} formKey={formKey} locale={locale} />
        ))}
      </div>
      {failedJobs.length > 0 ? (
        <Section title={t('jobs.title')} note={t('jobs.note')}>
          <div className="grid gap-5 lg:grid-cols-2">
            {failedJobs.map(job => (
              <FailedJobCard key={job.id} job={job} formKey={formKey} locale={locale} />
            ))}
          </div>
        </Section>
      ) : null}
    </>
  )
}
