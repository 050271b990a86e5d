import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Toast } from '#app/ui/toast.tsx'

type Said = { toast: { key: string; params?: Record<string, string> } | null }

/** What was just done, said once; null when there is nothing to say. */
export function useDoneToast(): ReactNode {
  const { t } = useTranslation('toasts')
  const root = useRouteLoaderData<Said>('root')
  if (!root?.toast) return null
  const sentence: (key: string, params?: object) => string = t as never
  return <Toast>{sentence(root.toast.key, root.toast.params)}</Toast>
}
