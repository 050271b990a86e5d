import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm } from '#app/http/form.tsx'
import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { type Share, shownState, type Whole } from '../share.ts'
import { ShareMembers } from './share-members.tsx'
import { shareTones } from './share-tones.ts'

type ListProps = { operator: string; shares: readonly Share[]; formKey: string }

/** What other operators lead: this one's part, its own organisations in it, and its answer. */
export function SharesList({ operator, shares, formKey }: ListProps) {
  const { t } = useTranslation('shares')
  if (shares.length === 0) return <EmptyState title={t('noShareTitle')}>{t('noShareHelp')}</EmptyState>
  return (
    <ul className="space-y-4">
      {shares.map(share => (
        <li key={share.id} id={share.id}>
          <Card title={share.title ?? t('untitled')} tone={share.state === 'proposed' ? 'next' : 'plain'}>
            <Facts operator={operator} share={share} />
            <div className="mt-3 flex flex-wrap items-center gap-3">
              {share.isWithdrawn ? (
                <StatusTag tone="stop">{t('withdrawn')}</StatusTag>
              ) : (
                <StatusTag tone={shareTones[shownState(share)]}>{t(`states.${shownState(share)}`)}</StatusTag>
              )}
              {(['accepted', 'declined'] as const)
                .filter(answer => answer !== share.state && !share.isWithdrawn)
                .map(answer => (
                  <CommandForm key={answer} name={`answer.${share.id}`} formKey={`${formKey}.${share.id}.${answer}`}>
                    <Hidden name="shareId" value={share.id} />
                    <Hidden name="version" value={share.version} />
                    <Hidden name="answer" value={answer} />
                    <Button variant={answer === 'accepted' ? 'primary' : 'plain'}>{t(`answers.${answer}`)}</Button>
                  </CommandForm>
                ))}
            </div>
            {(share.state === 'declined' && !share.standing) || share.isWithdrawn ? null : (
              <ShareMembers operator={operator} share={share} formKey={formKey} />
            )}
          </Card>
        </li>
      ))}
    </ul>
  )
}

function Facts({ operator, share }: { operator: string; share: Share }) {
  const { t } = useTranslation('shares')
  const locale = useLocale()
  const { lead, quarters, amountCents, startsOn, endsOn, organisations, others, counted, standing } = share
  const sums = (part: Whole) => ({
    days: part.quarters === null ? '–' : formatNumber(part.quarters / 4, locale),
    amount: part.cents === null ? '–' : formatEuros(part.cents, locale),
  })
  const dates = [startsOn, endsOn].flatMap(value => (value ? [formatDay(value, locale)] : [])).join(' – ')
  return (
    <>
      <p className="text-ink-2">{[t('ledBy', { lead }), dates].filter(Boolean).join(' · ')}</p>
      <p>{t('yourPart', sums({ quarters, cents: amountCents }))}</p>
      {standing ? <p>{t('standing', sums(standing))}</p> : null}
      {counted ? (
        <p>
          {t('counted', {
            days: formatNumber(counted.days, locale),
            amount: counted.cents === null ? '–' : formatEuros(counted.cents, locale),
          })}
          {counted.provider ? ` · ${counted.provider}` : ''}
        </p>
      ) : null}
      {organisations.length > 0 ? (
        <p>
          {t('yours')}{' '}
          {organisations.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              <Link to={`/o/${operator}/structures/${id}`}>{name}</Link>
            </span>
          ))}
        </p>
      ) : null}
      {others > 0 ? <p className="text-ink-2">{t('others', { count: others })}</p> : null}
    </>
  )
}
