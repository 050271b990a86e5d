import { useEffect } from 'react'

type Revalidator = { revalidate: () => void; state: 'idle' | 'loading' }

/**
 * A page that waits for something reads itself again every so many milliseconds. By a clock that goes on by itself: on a busy
 * machine React may draw neither the reading nor its end, and a page that waited to see them would read no more.
 */
export function useReadAgain({ revalidate, state }: Revalidator, everyMs: number): void {
  useEffect(() => {
    if (state !== 'idle') return
    const clock = setInterval(revalidate, everyMs)
    return () => clearInterval(clock)
  }, [revalidate, state, everyMs])
}
