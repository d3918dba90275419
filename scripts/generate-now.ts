import { endWith } from './ending'
import { generate } from './generate'

generate().catch(endWith)
