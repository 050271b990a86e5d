import '#app/styles.css'
import { createRemixStub } from '@remix-run/testing'
import { createRoot } from 'react-dom/client'
import { sheets } from './sheet.tsx'

/** What the browser runs: the sheet that the address names, alive. */
const Stub = createRemixStub([{ path: '*', Component: () => sheets[document.body.dataset.sheet ?? ''] ?? null }])
const root = document.getElementById('root')
if (root) createRoot(root).render(<Stub />)
