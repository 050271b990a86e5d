import { renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useReadAgain } from './read-again.ts'

it('reads again and again, though neither the reading nor its end was drawn, and no more once its page is gone', async () => {
  let read = 0
  const revalidate = () => {
    read += 1
  }
  const { unmount } = renderHook(() => useReadAgain({ revalidate, state: 'idle' }, 5))
  await waitFor(() => expect(read).toBeGreaterThan(3))
  unmount()
  const before = read
  await new Promise(resolve => setTimeout(resolve, 30))
  expect(read).toBe(before)
})
