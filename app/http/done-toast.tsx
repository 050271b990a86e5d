import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useSentence } from '#app/i18n/use-sentence.ts'
import { Toast } from '#app/ui/toast.tsx'

type Said = { toast: { key: string; params?: Record<string, string> } | null }

/** What was just done, said once; null when there is nothing to say. */
export function useDoneToast(): ReactNode {
  const sentence = useSentence('toasts')
  const root = useRouteLoaderData<Said>('root')
  if (!root?.toast) return null
  return <Toast>{sentence(root.toast.key, root.toast.params)}</Toast>
}
