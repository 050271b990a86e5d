import { createRemixStub } from '@remix-run/testing'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'

/** Renders inside a router, which a Link or a Form needs, at an address of the product. */
export function renderRouted(element: ReactElement, at = '/') {
  const Stub = createRemixStub([{ path: '*', Component: () => element }])
  return render(<Stub initialEntries={[at]} />)
}
