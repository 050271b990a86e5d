import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { commentedLines, type ShownComment } from '../diagnostic-lines.ts'
import { useLineWords } from './line-words.ts'

/** What the team says among itself, line by line. */
export function CommentSection({ comments, formKey }: { comments: readonly ShownComment[]; formKey: string }) {
  const { t } = useTranslation('remarks')
  const locale = useLocale()
  const lineWords = useLineWords()
  const form = useForm('add-comment')
  const isTyped = form.reply !== null || Boolean(form.draft?.kept)
  return (
    <Section title={t('comments')} note={t('commentsHelp')} id="commentaires">
      <ul className="divide-y divide-line">
        {comments.map(({ id, line, body, author, writtenAt }) => (
          <li key={id} className="space-y-0.5 py-3">
            <p>
              <strong>{lineWords(line)}</strong>{' '}
              <span className="text-ink-2">
                {author} · {formatInstant(new Date(writtenAt), locale)}
              </span>
            </p>
            <p className="whitespace-pre-line">{body}</p>
          </li>
        ))}
      </ul>
      <Disclosure label={t('comment')} open={isTyped}>
        <CommandForm
          name="add-comment"
          formKey={formKey}
          draft={form.draft}
          key={form.generation}
          className="mt-2 max-w-2xl space-y-4"
        >
          <FormTroubles
            form={form}
            fields={[
              { name: 'line', label: t('line'), id: 'f-comment-line' },
              { name: 'body', label: t('commentBody'), id: 'f-comment-body' },
            ]}
          />
          <Select
            {...form.field('line')}
            id="f-comment-line"
            label={t('line')}
            placeholder={t('chooseLine')}
            options={commentedLines.map(value => ({ value, label: lineWords(value) }))}
          />
          <TextArea {...form.field('body')} id="f-comment-body" label={t('commentBody')} rows={2} />
          <Button>{t('commentSubmit')}</Button>
        </CommandForm>
      </Disclosure>
    </Section>
  )
}
