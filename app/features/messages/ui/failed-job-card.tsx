import { useTranslation } from 'react-i18next'
import { CommandForm } from '#app/http/form.tsx'
import { formatInstant, type Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Hidden } from '#app/ui/field.tsx'

export type ShownFailedJob = { id: string; job: string; reason: string; attempts: number; at: string }

/** A job that was given up: its reason, and what to do about it. */
export function FailedJobCard({ job, formKey, locale }: { job: ShownFailedJob; formKey: string; locale: Locale }) {
  const { t } = useTranslation('sends')
  return (
    <Card title={job.job} level={3}>
      <p className="text-ink-2">
        {formatInstant(new Date(job.at), locale)} · {t('jobs.attempts', { count: job.attempts })}
      </p>
      <p className="mt-2 break-words font-mono text-sm">{job.reason}</p>
      <CommandForm name="settle-job" formKey={`${formKey}.${job.id}`} className="mt-4 flex flex-wrap gap-2.5">
        <Hidden name="id" value={job.id} />
        <Button name="decision" value="replay" aria-label={t('jobs.named', { action: t('jobs.replay'), job: job.job })}>
          {t('jobs.replay')}
        </Button>
        <Button
          name="decision"
          value="drop"
          variant="quiet"
          aria-label={t('jobs.named', { action: t('jobs.drop'), job: job.job })}
        >
          {t('jobs.drop')}
        </Button>
      </CommandForm>
    </Card>
  )
}
