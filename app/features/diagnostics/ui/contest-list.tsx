import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ShownContest } from '../diagnostic-lines.ts'
import { useLineWords } from './line-words.ts'

type Contests = { contests: readonly ShownContest[] }

/** What the organisation contests, and the practitioner's answers; nothing while it contests nothing. */
export function ContestSection({ contests, formKey }: Contests & { formKey: string }) {
  const { t } = useTranslation('remarks')
  if (contests.length === 0) return null
  return (
    <Section title={t('contests')} note={t('contestsHelp')} id="contestations">
      <ul className="space-y-6">
        {contests.map(contest => (
          <li key={contest.id} className="space-y-3 border-l-3 border-amber pl-4">
            <ContestText contest={contest} />
            {contest.answer === null ? <AnswerForm contest={contest} formKey={formKey} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A contested line, as it was read, with her words and the answer. */
export function ContestText({ contest }: { contest: ShownContest }) {
  const { t } = useTranslation('remarks')
  const locale = useLocale()
  const lineWords = useLineWords()
  return (
    <div className="space-y-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{lineWords(contest.line)}</strong>
        <StatusTag tone={contest.answer === null ? 'late' : 'done'}>
          {t(contest.answer === null ? 'waiting' : 'answered')}
        </StatusTag>
      </p>
      <p className="whitespace-pre-line text-ink-2">
        {t('lineThen')} : {contest.lineThen}
      </p>
      <p className="whitespace-pre-line">«&nbsp;{contest.body}&nbsp;»</p>
      <p className="text-ink-2">
        {t('contestedBy', {
          by: contest.contestedBy,
          at: formatInstant(new Date(contest.contestedAt), locale),
        })}
      </p>
      {contest.answer === null ? null : (
        <p className="whitespace-pre-line">
          <strong>{t('answerBy', { by: contest.answeredByName ?? '' })}</strong> {contest.answer}
        </p>
      )}
    </div>
  )
}

function AnswerForm({ contest, formKey }: { contest: ShownContest; formKey: string }) {
  const { t } = useTranslation('remarks')
  const all = useForm('answer-contest')
  const isMine = all.reply?.values.contestId === contest.id
  const form = isMine ? all : { ...all, reply: null, summary: [], formErrors: [] }
  const field = all.field('answer')
  const id = `f-answer-${contest.id}`
  return (
    <CommandForm
      name="answer-contest"
      formKey={`${formKey}.${contest.id}`}
      key={all.generation}
      className="max-w-2xl space-y-3"
    >
      <FormTroubles form={form} fields={[{ name: 'answer', label: t('answer'), id }]} />
      <Hidden name="contestId" value={contest.id} />
      <Hidden name="version" value={form.reply?.conflict?.version ?? contest.version} />
      <TextArea
        name="answer"
        id={id}
        label={t('answer')}
        hint={t('answerHint')}
        rows={2}
        defaultValue={isMine ? field.defaultValue : ''}
        {...(isMine && field.errors && { errors: field.errors })}
      />
      <Button>{t('answerSubmit')}</Button>
    </CommandForm>
  )
}
