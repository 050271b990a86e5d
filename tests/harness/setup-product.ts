import type { TestProject } from 'vitest/node'
import { startProduct } from './product.ts'
import { chromium, popplerUtils } from './services.ts'

/** One product and its demonstration for all journeys: as people share it, so do they. */
export default async function setup(project: TestProject) {
  project.provide('browser', { path: await chromium() })
  await popplerUtils()
  const product = await startProduct()
  project.provide('product', { address: product.address, dataDir: product.dataDir })
  return product.stop
}
