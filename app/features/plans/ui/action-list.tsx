import { Link } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import type { ActionView } from '#app/features/follow-ups/action-reviews.ts'
import { CommandForm } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'

export type ActionShown = {
  id: string
  version: number
  nature: string
  title: string
  status: string
  objectiveId: string | null
  owner: string | null
  startsOn: string | null
  dueOn: string | null
  expected: string | null
  evidence: string | null
  result: string | null
  fromSession: boolean
  /** What the organisation said of it, the last wave first. */
  views: readonly ActionView[]
}

const tones: Record<string, Tone> = {
  to_do: 'neutral',
  in_progress: 'now',
  done: 'done',
  deferred: 'late',
  dropped: 'stop',
}

/** The actions in their order, each with where it stands; two buttons move one up or down. */
export function ActionList({
  actions,
  objectives,
  formKey,
  today,
}: {
  actions: readonly ActionShown[]
  objectives: readonly { id: string; title: string }[]
  formKey: string
  today: string
}) {
  const { t } = useTranslation(['plans', 'choices'])
  const dayWords = useDayWords()
  const natures: Record<string, string> = t('choices:nature', { returnObjects: true })
  const statuses: Record<string, string> = t('choices:status', { returnObjects: true })
  const isLate = ({ status, dueOn }: ActionShown) =>
    dueOn !== null && dueOn < today && (status === 'to_do' || status === 'in_progress')
  return (
    <ol aria-label={t('plans:caption')} className="divide-y divide-line">
      {actions.map((action, index) => (
        <li key={action.id} className="flex flex-wrap items-start justify-between gap-x-5 gap-y-2 py-4">
          <div className="min-w-0 flex-1 basis-64 space-y-1">
            <p className="font-semibold">{action.title}</p>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
              <StatusTag tone={isLate(action) ? 'late' : (tones[action.status] ?? 'neutral')}>
                {statuses[action.status]}
              </StatusTag>
              <span>{natures[action.nature]}</span>
              {action.owner ? <span>{action.owner}</span> : null}
              {action.startsOn ? <span>{t('plans:startsOn', { on: dayWords(action.startsOn) })}</span> : null}
              {action.dueOn ? <span>{t('plans:dueOn', { on: dayWords(action.dueOn) })}</span> : null}
              {action.fromSession ? <span>{t('plans:fromSession')}</span> : null}
            </p>
            <ActionDetails action={action} objective={objectives.find(({ id }) => id === action.objectiveId)?.title} />
            {action.result ? <p className="whitespace-pre-wrap">{action.result}</p> : null}
            <Views views={action.views} />
          </div>
          <div className="flex items-center gap-1">
            {index > 0 ? <MoveButton action={action} formKey={formKey} direction="up" /> : null}
            {index < actions.length - 1 ? <MoveButton action={action} formKey={formKey} direction="down" /> : null}
            <Link
              to={`?action=${action.id}#action`}
              aria-label={t('plans:editLabel', { title: action.title })}
              className="inline-flex min-h-11 items-center px-2"
            >
              {t('plans:edit')}
            </Link>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What it serves, what it should give and what will show it: only what was written. */
function ActionDetails({ action, objective }: { action: ActionShown; objective: string | undefined }) {
  const { t } = useTranslation('fields')
  const written = [
    { term: t('objectiveId'), said: objective },
    { term: t('expected'), said: action.expected },
    { term: t('evidence'), said: action.evidence },
  ].filter(({ said }) => said)
  if (written.length === 0) return null
  return (
    <dl>
      {written.map(({ term, said }) => (
        <div key={term} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-2">{term}</dt>
          <dd className="min-w-0 whitespace-pre-wrap">{said}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The organisation's own view, beside what the team holds; the earlier one stays, as it was said. */
function Views({ views }: Pick<ActionShown, 'views'>) {
  const { t } = useTranslation(['plans', 'choices'])
  const dayWords = useDayWords()
  const statuses: Record<string, string> = t('choices:status', { returnObjects: true })
  if (views.length === 0) return null
  return (
    <ul className="space-y-1 border-plum border-l-2 pl-3">
      {views.map(({ wave, on, status, word }) => (
        <li key={`${wave} ${on}`}>
          <span className="text-ink-2">{t('plans:view', { wave, on: dayWords(on) })} </span>
          {status ? <span className="font-semibold">{statuses[status]}</span> : null}
          {word ? (
            <span className="whitespace-pre-wrap">
              {status ? ' : ' : null}
              {t('plans:viewWord', { word })}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function MoveButton({
  action,
  formKey,
  direction,
}: {
  action: ActionShown
  formKey: string
  direction: 'up' | 'down'
}) {
  const { t } = useTranslation('plans')
  return (
    <CommandForm name="move-action" formKey={`${formKey}.${action.id}.${direction}`}>
      <Hidden name="actionId" value={action.id} />
      <Hidden name="direction" value={direction} />
      <Button variant="quiet" icon={direction === 'up' ? ArrowUp : ArrowDown} className="min-w-11 px-0!">
        <span className="sr-only">{t(direction, { title: action.title })}</span>
      </Button>
    </CommandForm>
  )
}
