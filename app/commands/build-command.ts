import { buildProduct } from './build.ts'

await buildProduct()
