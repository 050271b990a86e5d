import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { FirstCodeForm } from './second-factor-forms.tsx'

export type Picture = { size: number; path: string }

/** The key as phones read it; black on white whatever the theme, or they do not. */
function KeyPicture({ picture: { size, path }, label }: { picture: Picture; label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      className="size-52 rounded-card bg-white"
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}

const inFours = (key: string) => key.match(/.{1,4}/g)?.join(' ') ?? key

function Step({ title, help, children }: { title: string; help?: string; children?: ReactNode }) {
  return (
    <li className="ml-5 list-decimal pl-2 marker:font-semibold marker:text-sea">
      <h2 className="text-lg">{title}</h2>
      {help ? <p className="mt-1 mb-3 text-ink-2">{help}</p> : null}
      {children}
    </li>
  )
}

/** What to do with the key that was just drawn. */
export function EnrolmentSteps({
  formKey,
  secretKey,
  picture,
}: {
  formKey: string
  secretKey: string
  picture: Picture
}) {
  const { t } = useTranslation('account')
  return (
    <ol className="mt-6 space-y-8">
      <Step title={t('secondFactor.stepApp')} help={t('secondFactor.stepAppHelp')} />
      <Step title={t('secondFactor.stepScan')} help={t('secondFactor.stepScanHelp')}>
        <KeyPicture picture={picture} label={t('secondFactor.picture')} />
        <p className="mt-3">
          {t('secondFactor.key')}{' '}
          <code translate="no" className="font-semibold break-words select-all">
            {inFours(secretKey)}
          </code>
        </p>
      </Step>
      <Step title={t('secondFactor.stepCode')}>
        <div className="mt-3">
          <FirstCodeForm formKey={formKey} />
        </div>
      </Step>
    </ol>
  )
}

/** Shown once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation('account')
  return (
    <Notice
      tone="late"
      title={t('secondFactor.codesTitle')}
      role="status"
      action={
        <LinkButton to="/" variant="primary">
          {t('secondFactor.codesDone')}
        </LinkButton>
      }
    >
      <p>{t('secondFactor.codesHelp')}</p>
      <ul translate="no" className="mt-3 grid max-w-sm grid-cols-2 gap-x-8 gap-y-1 text-lg">
        {codes.map(code => (
          <li key={code}>
            <code className="select-all">{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
