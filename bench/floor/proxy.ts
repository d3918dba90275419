export { proxy } from '@/proxy'

export const config = { matcher: '/((?!_next/static|_next/image|icon.svg).*)' }
